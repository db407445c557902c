import { whatIsRetried } from './stories/whatIsRetried';

whatIsRetried({ postgres: true });
