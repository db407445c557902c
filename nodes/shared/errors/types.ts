/**
 * Who has to act:
 * - `invalid`: a value or a setting of the workflow; it was not sent
 * - `rejected`: the other system refused the values of this record
 * - `conflict`: two sides contradict each other, a person decides
 * - `throttled`: nobody, the other system asked to wait
 * - `outage`: nobody, or whoever looks after the network: it passes
 * - `auth`: whoever looks after keys and permissions
 * - `configuration`: whoever looks after the credential, the site or the tenant
 */
export type ErrorClass =
	'invalid' | 'rejected' | 'conflict' | 'throttled' | 'outage' | 'auth' | 'configuration';

/**
 * Whether doing the same again can help:
 * - `byItself`: the run already did so; what is still failing then is for the next run
 * - `nextRun`: nothing has to be changed, the next run may succeed
 * - `never`: something has to be changed first
 */
export type Retried = 'byItself' | 'nextRun' | 'never';

/** What the nodes can say. `{name}` in `message` and `action` stands for a value. */
export interface CatalogueEntry {
	readonly class: ErrorClass;
	/** What people read first: record, field and what is wrong. One literal, so that its placeholders are known to the compiler. */
	readonly message: string;
	/** For the documentation: how it comes about. */
	readonly meaning: string;
	readonly action: string;
	readonly retried: Retried;
}

/** Entries by code. */
export type Catalogue = Readonly<Record<string, CatalogueEntry>>;

/** An entry with its values filled in. */
export interface Said {
	readonly code: string;
	readonly class: ErrorClass;
	readonly reason: string;
	readonly actionToTake: string;
}

type PlaceholderIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
	? Name | PlaceholderIn<Rest>
	: never;

/** The values an entry needs; none when it has no placeholder. */
export type ValuesOf<Entry extends CatalogueEntry> = [
	PlaceholderIn<Entry['message'] | Entry['action']>,
] extends [never]
	? []
	: [values: Readonly<Record<PlaceholderIn<Entry['message'] | Entry['action']>, string | number>>];

export type SayFunction<C extends Catalogue> = <Code extends keyof C & string>(
	code: Code,
	...values: ValuesOf<C[Code]>
) => Said;

/** The function, and everything it can say: for those who have to recognise a message. */
export type Say<C extends Catalogue> = SayFunction<C> & { readonly catalogue: Catalogue };
