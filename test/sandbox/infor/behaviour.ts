/** What the sandbox does where Infor's documents are silent, or where tenants differ. Tests change it while it runs. */
export interface Behaviour {
	// Authorization server
	/** Grants the authorised app allows. */
	grants: Array<'password' | 'client_credentials'>;
	/** Where the client id and secret are accepted. */
	clientAuthentication: 'any' | 'body' | 'header';
	issueRefreshTokens: boolean;
	/** Each refresh gives a new refresh token and ends the old one. */
	rotateRefreshTokens: boolean;
	/** `opaque` tokens carry no readable expiry; one seen in public had `exp` and no `iat`. */
	tokenForm: 'jwt' | 'jwtWithoutIat' | 'opaque';
	/** `double` contradicts the token. */
	expiresIn: 'number' | 'text' | 'double' | 'absent';
	/** A token is ended early, after so many requests; `null` is never. */
	tokenUses: number | null;
	/** Answers 429 beyond the rations of log-ins and tokens; otherwise they are only counted. */
	refuseOverRation: boolean;

	// Gateway
	/** Its 401 repeats the token it refuses. */
	repeatsToken: boolean;
	/** Quota policy; `null` is none. */
	requestsPerMinute: number | null;
	retryAfter: 'seconds' | 'date' | 'none';
	/** Form of the gateway's own answers other than 401. */
	gatewayErrors: 'json' | 'html' | 'empty';

	// LN
	/** The service user's company: used when a request names none. */
	defaultCompany: string;
	/** The service user's language: used when a request names none. */
	defaultLanguage: string;
	/** Every n-th LN request is refused with the passing 401 "OAuth [U14]"; 0 is never. */
	passing401Every: number;
	errorShape: 'wrapped' | 'unwrapped' | 'list';
	/** The most rows a page has, whatever is asked for. */
	maxPageSize: number;
	nextLink: 'absolute' | 'relative';
	/** `short`: every second page has fewer rows than asked for; `emptyInTheMiddle`: the second page has none. */
	pages: 'full' | 'short' | 'emptyInTheMiddle';
	/** What becomes of `gt` between texts: `passedOver` is true of every row, `refused` a 400. */
	textOrder: 'heeded' | 'passedOver' | 'refused';
	/** How an empty date is written. */
	emptyDates: 'epoch' | 'null';
	/** How an empty text is written. */
	emptyTexts: 'null' | 'blank';
	/** Services that are not activated for the company. */
	inactiveServices: string[];
	/** Columns this tenant's release does not have, as `EntitySet.Column`. */
	missingColumns: string[];
	/** Entity sets this tenant's release does not have, as `service/EntitySet`. */
	missingSets: string[];
	/** Columns beyond those of the release, by `service/EntitySet`, in the notation of `columns` in `ln/model/types.ts`. */
	addedColumns: Record<string, string>;
	/** Columns of another type than usual, by `service/EntitySet`; the values stay as they are. */
	retypedColumns: Record<string, string>;
	/** Where entity sets are instead, both as `service/EntitySet`: a tenant can model services of its own. */
	movedSets: Record<string, string>;
	/** Entity sets that may not be read, as `service/EntitySet`, although the metadata list them. */
	forbiddenSets: string[];
	/** Business partners that data authorisations hide, silently. */
	hiddenBusinessPartners: string[];
}

export const DEFAULT_BEHAVIOUR: Behaviour = {
	grants: ['password', 'client_credentials'],
	clientAuthentication: 'any',
	issueRefreshTokens: false,
	rotateRefreshTokens: false,
	tokenForm: 'jwt',
	expiresIn: 'number',
	tokenUses: null,
	repeatsToken: false,
	refuseOverRation: false,
	requestsPerMinute: null,
	retryAfter: 'none',
	gatewayErrors: 'json',
	defaultCompany: '1400',
	defaultLanguage: 'de-DE',
	passing401Every: 0,
	errorShape: 'wrapped',
	maxPageSize: 1000,
	nextLink: 'absolute',
	pages: 'full',
	textOrder: 'heeded',
	emptyDates: 'epoch',
	emptyTexts: 'null',
	inactiveServices: [],
	missingColumns: [],
	missingSets: [],
	addedColumns: {},
	retypedColumns: {},
	movedSets: {},
	forbiddenSets: [],
	hiddenBusinessPartners: [],
};
