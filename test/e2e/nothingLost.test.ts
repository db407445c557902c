import { nothingIsLost } from './stories/nothingIsLost';

nothingIsLost({ postgres: false });
