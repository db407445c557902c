import { whatIsRetried } from './stories/whatIsRetried';

whatIsRetried({ postgres: false });
