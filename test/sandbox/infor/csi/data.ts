/** A row of an IDO, by property. All values are texts as CSI sends them, `null` for none. */
export type CsiRow = Record<string, string | null>;

/** One site. */
export interface CsiConfiguration {
	/** SLCustomers, ship-to addresses included. */
	customers: CsiRow[];
	/** SLItems */
	items: CsiRow[];
	/** SLItemprices */
	itemPrices: CsiRow[];
}

/** What CSI does where its documents are silent, or where tenants differ. */
export interface CsiBehaviour {
	/** Rows when a load names no number, or -1: an administrator may set another number. */
	defaultRows: number;
	/** The most rows of one load, whatever is asked for. */
	mostRows: number;
	/** Whether `MoreRowsExist` is told, as its text, always or never; an example of another kind of endpoint has none. */
	moreRows: 'boolean' | 'text' | 'absent' | 'always';
	/** `stuck`: a bookmark leads to the first page again, as where a custom load method does not know of bookmarks. */
	bookmarks: 'given' | 'absent' | 'stuck';
	/** `passedOver`: conditions on the key are not heeded, as by a custom load method. */
	keyConditions: 'heeded' | 'passedOver';
	/** `Success` of a good description: Infor's own sample says false. */
	infoSuccess: boolean;
	/** Whether IDOs may be described. */
	describes: boolean;
	/** `Items` of an answer without rows. */
	noItems: 'list' | 'null';
	/** How dates are written; some clients report hyphens. */
	dates: 'internal' | 'hyphens';
	/** Whether keys come without the blanks before them, as from an IDO of one's own. */
	trimsKeys: boolean;
	/** Whether configurations may be listed. */
	listsConfigurations: boolean;
	/** IDOs the user has no Read privilege for, by the name the message gives, e.g. that of an extension. */
	withoutPrivilege: Record<string, string>;
	/** Whether the user has the module's licence. */
	isLicensed: boolean;
	/** Properties this release does not have, as `SLCustomers.State`. */
	missingProperties: string[];
	/** IDOs of the tenant's own, by name: the one they extend. */
	extensions: Record<string, string>;
	/** The most characters of a query: IIS takes so many unless set otherwise. */
	mostQuery: number;
}

/** All a tenant's CSI holds; may be changed at any time. */
export interface CsiData {
	configurations: Record<string, CsiConfiguration>;
	behaviour: CsiBehaviour;
}

export const CSI_BEHAVIOUR: CsiBehaviour = {
	defaultRows: 200,
	mostRows: Number.POSITIVE_INFINITY,
	moreRows: 'boolean',
	bookmarks: 'given',
	keyConditions: 'heeded',
	infoSuccess: false,
	describes: true,
	noItems: 'list',
	dates: 'internal',
	trimsKeys: false,
	listsConfigurations: true,
	withoutPrivilege: {},
	isLicensed: true,
	missingProperties: [],
	extensions: {},
	mostQuery: 2048,
};
