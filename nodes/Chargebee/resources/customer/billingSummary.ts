import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import { say } from '../../errors/say';
import { forEachItem } from '../../../shared/forEachItem';
import { toMajor } from '../../../shared/money/minorUnits';
import { asText } from '../../../shared/text';
import { readSeconds } from '../../reads/condition';
import { ChargebeeClient } from '../../transport/client';
import type { PeriodUnit } from './billing/period';
import { PERIOD_UNITS } from './billing/period';
import type { BillingQuery } from './billing/readBilling';
import { readBilling, readKeys } from './billing/readBilling';
import type { Summary } from './billing/summarise';
import { summarise } from './billing/summarise';
import { readKeySettings } from './keyOptions';

/** Adds up invoices and credit notes per customer, currency and period, for each input item. */
export async function summariseBilling(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await ChargebeeClient.open(this);
	const read = async (item: number): Promise<IDataObject[]> => {
		const reading = { client, node: this.getNode(), item };
		const query = readQuery.call(this, item);
		const unit = readUnit.call(this, item);
		const { referenceField } = readKeySettings(this, item);
		const { invoices, creditNotes } = await readBilling(reading, query);
		const summaries = summarise(invoices, creditNotes, unit);
		const customerIds = summaries.map(({ customerId }) => customerId);
		const keys = await readKeys(reading, customerIds, referenceField);
		return summaries.map((summary) => toJson(summary, keys.get(summary.customerId) ?? null));
	};
	return [await forEachItem(this, read)];
}

function toJson(summary: Summary, cloudSuiteKey: string | null): IDataObject {
	const { customerId, currency, period } = summary;
	const money = (minor: number) => toMajor(minor, currency);
	return {
		customerId,
		cloudSuiteKey,
		currency,
		period: period.name,
		periodStart: period.start,
		periodEnd: period.end,
		invoiced: money(summary.invoiced),
		credited: money(summary.credited),
		net: money(summary.net),
		paid: money(summary.paid),
		due: money(summary.due),
		creditsApplied: money(summary.creditsApplied),
		adjusted: money(summary.adjusted),
		writtenOff: money(summary.writtenOff),
		refunded: money(summary.refunded),
		creditAvailable: money(summary.creditAvailable),
		invoices: summary.invoices,
		creditNotes: summary.creditNotes,
		voidedInvoices: summary.voidedInvoices,
		voidedCreditNotes: summary.voidedCreditNotes,
		pendingInvoices: summary.pendingInvoices,
	};
}

function readUnit(this: IExecuteFunctions, itemIndex: number): PeriodUnit {
	const entered = asText(this.getNodeParameter('period', itemIndex, 'month'));
	const unit = PERIOD_UNITS.find((one) => one === entered);
	if (unit) return unit;
	const said = say('parameter_wrong', {
		parameter: 'Period',
		value: `"${entered}"`,
		expected: PERIOD_UNITS.join(', '),
	});
	throw operationError(this.getNode(), said, itemIndex);
}

function readQuery(this: IExecuteFunctions, itemIndex: number): BillingQuery {
	const options: IDataObject = this.getNodeParameter('options', itemIndex, {});
	const from = readMoment.call(this, 'From', options.from, itemIndex);
	const before = readMoment.call(this, 'Before', options.before, itemIndex);
	if (from !== undefined && before !== undefined && from >= before) {
		throw operationError(this.getNode(), say('period_upside_down'), itemIndex);
	}
	return {
		...(from === undefined ? {} : { from }),
		...(before === undefined ? {} : { before }),
		...(this.getNodeParameter('customers', itemIndex, 'all') === 'ids'
			? { customerIds: readIds.call(this, itemIndex) }
			: {}),
	};
}

function readIds(this: IExecuteFunctions, itemIndex: number): string[] {
	const entered: unknown = this.getNodeParameter('customerIds', itemIndex, '');
	const ids = (Array.isArray(entered) ? entered.map(asText) : asText(entered).split(','))
		.map((id) => id.trim())
		.filter((id) => id !== '');
	if (ids.length > 0) return ids;
	throw operationError(
		this.getNode(),
		say('parameter_missing', { parameter: 'Customer IDs' }),
		itemIndex,
	);
}

/** Periods begin at midnight UTC, so dates without a zone are of UTC too. */
function readMoment(
	this: IExecuteFunctions,
	name: string,
	entered: unknown,
	itemIndex: number,
): number | undefined {
	if (entered === undefined || entered === null || entered === '') return undefined;
	const seconds = readSeconds(entered, 'utc');
	if (seconds !== undefined) return seconds;
	const said = say('parameter_wrong', {
		parameter: name,
		value: `"${asText(entered)}"`,
		expected: 'a date like 2026-01-31 or 2026-01-31T08:00:00Z',
	});
	throw operationError(this.getNode(), said, itemIndex);
}
