import type { NodeSpec } from './workflow';
import { stableId } from './workflow';

/** n8n's own nodes, with the versions the templates are tested with. */

const base = (
	name: string,
	typeVersion: number,
	parameters: Record<string, unknown>,
	settings?: Record<string, unknown>,
): NodeSpec => ({
	type: `n8n-nodes-base.${name}`,
	typeVersion,
	parameters,
	...(settings ? { settings } : {}),
});

export const everyMinutes = (minutesInterval: number): NodeSpec =>
	base('scheduleTrigger', 1.2, { rule: { interval: [{ field: 'minutes', minutesInterval }] } });

export const everyDayAt = (triggerAtHour: number): NodeSpec =>
	base('scheduleTrigger', 1.2, { rule: { interval: [{ triggerAtHour }] } });

export const everyWeek = (): NodeSpec =>
	base('scheduleTrigger', 1.2, {
		rule: { interval: [{ field: 'weeks', triggerAtDay: [1], triggerAtHour: 6 }] },
	});

export const everyMonth = (): NodeSpec =>
	base('scheduleTrigger', 1.2, {
		rule: { interval: [{ field: 'months', triggerAtDayOfMonth: 1, triggerAtHour: 6 }] },
	});

/** A page or a button in a browser, behind a name and password. */
export const webhook = (httpMethod: 'GET' | 'POST', path: string): NodeSpec =>
	base(
		'webhook',
		2,
		{ httpMethod, path, authentication: 'basicAuth', responseMode: 'responseNode', options: {} },
		// with it the address is the path alone
		{ webhookId: stableId(`webhook ${path}`) },
	);

export const respondWithPage = (html: string): NodeSpec =>
	base('respondToWebhook', 1.1, {
		respondWith: 'text',
		responseBody: `={{ ${html} }}`,
		options: {
			responseHeaders: {
				entries: [
					{ name: 'content-type', value: 'text/html; charset=utf-8' },
					{ name: 'cache-control', value: 'no-store' },
				],
			},
		},
	});

/** n8n's own redirect takes a path for the name of a host. */
export const redirectTo = (address: string): NodeSpec =>
	base('respondToWebhook', 1.1, {
		respondWith: 'noData',
		options: {
			responseCode: 303,
			responseHeaders: { entries: [{ name: 'location', value: `={{ ${address} }}` }] },
		},
	});

/** A form of n8n's own with one file. */
export const fileForm = (formTitle: string, formDescription: string, label: string): NodeSpec =>
	base(
		'formTrigger',
		2.2,
		{
			formTitle,
			formDescription,
			formFields: {
				values: [
					{
						...{ fieldLabel: label, fieldType: 'file', multipleFiles: false },
						...{ acceptFileTypes: '.csv', requiredField: true },
					},
				],
			},
			options: {},
		},
		{ webhookId: stableId(`form ${formTitle}`) },
	);

/** A file that does not fit gives one item with an error. */
export const readCsv = (binaryPropertyName: string, delimiter: string): NodeSpec =>
	base(
		'extractFromFile',
		1,
		{ operation: 'csv', binaryPropertyName, options: { delimiter, enableBOM: true } },
		{ onError: 'continueRegularOutput', alwaysOutputData: true },
	);

/** When an execution of any workflow that names this one as its error workflow has failed. */
export const onError = (): NodeSpec => base('errorTrigger', 1, {});

export const byHand = (): NodeSpec => base('manualTrigger', 1, {});

/** Called by another workflow, or by itself. */
export const whenCalled = (): NodeSpec =>
	base('executeWorkflowTrigger', 1.1, { inputSource: 'passthrough' });

/**
 * Runs this very workflow again, from its "when called" trigger, as an execution of its own: one that can be opened and
 * retried by itself, and whose data is gone when it has ended.
 */
export const callItself = (settings: Record<string, unknown> = {}): NodeSpec =>
	base(
		'executeWorkflow',
		1.3,
		{
			workflowId: { __rl: true, mode: 'id', value: '={{ $workflow.id }}' },
			workflowInputs: {
				mappingMode: 'defineBelow',
				value: {},
				matchingColumns: [],
				schema: [],
				attemptToConvertTypes: false,
				convertFieldsToString: true,
			},
			mode: 'once',
			options: {},
		},
		settings,
	);

type Typed = string | number | boolean;

/** "Edit Fields": each value a constant or an expression. @param types where it is not text */
export function fields(
	values: Record<string, Typed>,
	{
		types = {},
		keepOthers = false,
		once = false,
	}: {
		types?: Record<string, 'number' | 'boolean' | 'object' | 'array'>;
		keepOthers?: boolean;
		once?: boolean;
	} = {},
): NodeSpec {
	const typeOf = (name: string, value: Typed) =>
		types[name] ?? (typeof value === 'string' ? 'string' : typeof value);
	return base(
		'set',
		3.4,
		{
			assignments: {
				assignments: Object.entries(values).map(([name, value]) => ({
					id: stableId(`field ${name}`),
					name,
					value,
					type: typeOf(name, value),
				})),
			},
			...(keepOthers ? { includeOtherFields: true } : {}),
			options: {},
		},
		once ? { executeOnce: true } : undefined,
	);
}

/** "Edit Fields" with the whole item as one expression. */
export const item = (expression: string, settings?: Record<string, unknown>): NodeSpec =>
	base('set', 3.4, { mode: 'raw', jsonOutput: `={{ ${expression} }}`, options: {} }, settings);

/** The same field by field, each an expression: n8n evaluates one expression an item, not one a field. */
export const itemOf = (
	members: Readonly<Record<string, string>>,
	settings?: Record<string, unknown>,
): NodeSpec =>
	item(
		`{\n${Object.entries(members)
			.map(([name, expression]) => `  ${name}: ${expression},\n`)
			.join('')}}`,
		settings,
	);

export type Operator =
	| { type: 'string'; operation: 'notEmpty' | 'empty'; singleValue: true }
	| { type: 'boolean'; operation: 'true' | 'false'; singleValue: true };

const IS_TRUE: Operator = { type: 'boolean', operation: 'true', singleValue: true };

function condition(expression: string): Record<string, unknown> {
	return {
		conditions: {
			options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
			conditions: [
				{
					id: stableId(expression),
					leftValue: `={{ ${expression} }}`,
					rightValue: '',
					operator: IS_TRUE,
				},
			],
			combinator: 'and',
		},
		looseTypeValidation: true,
		options: {},
	};
}

/** Upper output: yes; lower: no. */
export const isTrue = (expression: string, settings?: Record<string, unknown>): NodeSpec =>
	base('if', 2.2, condition(expression), settings);

export const onlyIf = (expression: string, settings?: Record<string, unknown>): NodeSpec =>
	base('filter', 2.2, condition(expression), settings);

export const splitOut = (fieldToSplitOut: string): NodeSpec =>
	base('splitOut', 1, { fieldToSplitOut, options: {} });

export const append = (numberInputs: number): NodeSpec =>
	base('merge', 3.2, { mode: 'append', numberInputs });

/** The second input's fields added to the first's items of the same value; items without a partner stay. */
export const enrich = (fieldsToMatchString: string): NodeSpec =>
	base('merge', 3.2, {
		mode: 'combine',
		combineBy: 'combineByFields',
		advanced: false,
		fieldsToMatchString,
		joinMode: 'enrichInput1',
		options: { multipleMatches: 'first' },
	});

/** Those of the first input's items whose value is among the second's. */
export const matching = (field1: string, field2: string): NodeSpec =>
	base('merge', 3.2, {
		mode: 'combine',
		combineBy: 'combineByFields',
		advanced: true,
		mergeByFields: { values: [{ field1, field2 }] },
		joinMode: 'keepMatches',
		outputDataFrom: 'input1',
		options: {},
	});

/** The first input's items, as soon as the second has come. */
export const waitFor = (): NodeSpec =>
	base('merge', 3.2, { mode: 'chooseBranch', numberInputs: 2, useDataOfInput: '1' });

export const oneOfEach = (fieldsToCompare: string): NodeSpec =>
	base('removeDuplicates', 2, {
		operation: 'removeDuplicateInputItems',
		compare: 'selectedFields',
		fieldsToCompare,
		options: {},
	});

export const atMost = (maxItems: number | string): NodeSpec => base('limit', 1, { maxItems });

export const nothing = (): NodeSpec => base('noOp', 1, {});

export const stopWith = (errorMessage: string): NodeSpec =>
	base('stopAndError', 1, { errorMessage });

export const byMail = (subject: string, text: string): NodeSpec =>
	base('emailSend', 2.1, {
		fromEmail: "={{ $('Settings').first().json.mailFrom }}",
		toEmail: "={{ $('Settings').first().json.mailTo }}",
		subject: `={{ ${subject} }}`,
		emailFormat: 'text',
		text: `={{ ${text} }}`,
		options: { appendAttribution: false },
	});

/** A message to an incoming webhook, as Slack and Teams have them. */
export const byWebhook = (url: string, body: string, settings: Record<string, unknown>): NodeSpec =>
	base(
		'httpRequest',
		4.2,
		{
			method: 'POST',
			url: `={{ ${url} }}`,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: `={{ ${body} }}`,
			options: {},
		},
		settings,
	);

export const csvFile = (fileName: string): NodeSpec =>
	base('convertToFile', 1.1, { operation: 'csv', options: { fileName } });

export const countBy = (field: string, fieldsToSplitBy: string): NodeSpec =>
	base('summarize', 1.1, {
		fieldsToSummarize: { values: [{ aggregation: 'count', field }] },
		fieldsToSplitBy,
		options: {},
	});

const own = (
	name: string,
	parameters: Record<string, unknown>,
	settings?: Record<string, unknown>,
): NodeSpec => ({
	type: `n8n-nodes-cloudsuite-chargebee.${name}`,
	typeVersion: 1,
	parameters,
	...(settings ? { settings } : {}),
});

/** The product is LN until somebody chooses another one; the company comes from the settings. */
export const cloudSuite = (
	parameters: Record<string, unknown>,
	settings?: Record<string, unknown>,
	settingsNode = 'Settings',
): NodeSpec =>
	own(
		'cloudSuite',
		{
			product: 'ln',
			...parameters,
			company: {
				__rl: true,
				mode: 'id',
				value: `={{ $('${settingsNode}').first().json.company }}`,
			},
			options: {},
		},
		settings,
	);

export const cloudSuiteTrigger = (parameters: Record<string, unknown>): NodeSpec =>
	own('cloudSuiteTrigger', { product: 'ln', ...parameters });

/** Refused records leave by the error output, with the outcome in `details`. */
export const chargebee = (
	parameters: Record<string, unknown>,
	settings: Record<string, unknown> = { onError: 'continueErrorOutput' },
): NodeSpec => own('chargebeeSync', parameters, settings);

export const syncLog = (
	parameters: Record<string, unknown>,
	settings?: Record<string, unknown>,
): NodeSpec => own('syncLog', parameters, settings);
