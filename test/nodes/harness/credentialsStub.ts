import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeProperties,
	IRequestOptionsSimplified,
	IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';
import { ICredentialsHelper } from 'n8n-workflow';

/** Stored credentials by type, as n8n's database holds them; survives executions that share it. */
export class CredentialStore {
	private readonly data = new Map<string, ICredentialDataDecryptedObject>();
	/** How often n8n stored something new, by credential type. */
	readonly writes: string[] = [];

	constructor(initial: Record<string, ICredentialDataDecryptedObject>) {
		for (const [type, data] of Object.entries(initial)) this.data.set(type, { ...data });
	}

	read(type: string): ICredentialDataDecryptedObject {
		return { ...this.data.get(type) };
	}

	/** What a user does in the editor, or n8n after a pre-authentication. */
	write(type: string, data: ICredentialDataDecryptedObject): void {
		this.data.set(type, { ...data });
		this.writes.push(type);
	}
}

/**
 * Does with credentials what n8n 2.41 does (packages/cli credentials-helper): pre-authentication runs only when the
 * hidden expirable field is empty, the credential is said to be expired or is being tested; what it returns is stored.
 */
export class CredentialsStub extends ICredentialsHelper {
	constructor(
		private readonly types: readonly ICredentialType[],
		private readonly store: CredentialStore,
	) {
		super();
	}

	getParentTypes(name: string): string[] {
		return this.type(name).extends ?? [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const options = requestOptions as IHttpRequestOptions;
		const { authenticate } = this.type(typeName);
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		const target = options as unknown as Record<string, Record<string, unknown>>;
		for (const [place, values] of Object.entries(authenticate?.properties ?? {})) {
			for (const [name, value] of Object.entries(values as Record<string, string>)) {
				const resolved = workflow?.expression.getSimpleParameterValue(
					node as INode,
					value,
					'internal',
					{ $credentials: credentials },
					undefined,
					'',
				);
				target[place] = { ...target[place], [name]: resolved };
			}
		}
		return options;
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = this.type(typeName);
		const expirable = type.properties.find(
			(one) => one.type === 'hidden' && one.typeOptions?.expirable === true,
		);
		if (!expirable || !type.preAuthentication) return undefined;
		const isTest = node.parameters.temp === '' && node.type === 'n8n-nodes-base.noOp';
		if (credentials[expirable.name] !== '' && !credentialsExpired && !isTest) return undefined;
		const output = (await type.preAuthentication.call(
			helpers,
			credentials,
		)) as ICredentialDataDecryptedObject;
		if (output[expirable.name] === undefined) return undefined;
		this.store.write(typeName, { ...this.store.read(typeName), ...output });
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const output = await this.type(typeName).preAuthentication?.call(helpers, credentials);
		return output as ICredentialDataDecryptedObject | undefined;
	}

	getCredentials(): Promise<ICredentials> {
		throw new Error('Not used by node code: n8n reads stored credentials through getDecrypted');
	}

	getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_details: INodeCredentialsDetails,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject> {
		const defaults = Object.fromEntries(
			this.type(typeName).properties.map(({ name, default: value }) => [name, value]),
		) as ICredentialDataDecryptedObject;
		return Promise.resolve({ ...defaults, ...this.store.read(typeName) });
	}

	updateCredentials(
		_details: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.store.write(type, data);
		return Promise.resolve();
	}

	updateCredentialsOauthTokenData(): Promise<void> {
		return Promise.resolve();
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		return this.type(type).properties;
	}

	private type(name: string): ICredentialType {
		const type = this.types.find((one) => one.name === name);
		if (!type) throw new Error(`No credential type ${name} was given to the test`);
		return type;
	}
}
