import { TimedStore } from '../timedStore';
import type { ServiceColumns } from './metadata';

/** What services offer. */
export type MetadataStore = TimedStore<ServiceColumns>;

/** The one of this process. */
export const keptMetadata: MetadataStore = new TimedStore();
