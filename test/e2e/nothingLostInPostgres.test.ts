import { nothingIsLost } from './stories/nothingIsLost';

nothingIsLost({ postgres: true });
