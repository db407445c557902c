import { CHARGEBEE_CREDENTIAL, INFOR_CREDENTIAL } from '../../host/connections';
import { chargebeeFaults } from '../../sandbox/chargebee';
import { inforFaults } from '../../sandbox/infor';
import type { World } from '../world';
import type { Happening } from './calendar';
import type { Company } from './company';
import { smallCompany } from './company';
import { chargebeeIdOf, CORRECTED_BY_HAND, seedConflict } from './conflicts';
import type { Office } from './office';

export interface Month {
	world: World;
	office: Office;
	company: Company;
	/** CloudSuite keys of what only a person can settle. */
	conflicts: string[];
}

const FOR_EVER = { times: Number.POSITIVE_INFINITY };
const NEXT_KEY = 'test_sandbox_key_after_rotation';
const RELEASE = { items: 36, prices: 24 };

/** Lets something happen in CloudSuite, in Chargebee, between them, or at an administrator's desk. */
export async function happen(happening: Happening, month: Month): Promise<void> {
	const { world, office, company, conflicts } = month;
	const { chargebee, infor } = world;
	switch (happening.what) {
		case 'conflict':
			conflicts.push(seedConflict(happening.kind, happening.nth, { company, chargebee }));
			return;
		case 'newCustomers':
			company.enter();
			company.enter();
			return;
		case 'changedCustomers':
			company.rename();
			company.move();
			company.dial();
			company.writeTo();
			return;
		case 'deactivated':
			company.deactivate();
			return;
		case 'repriced':
			company.reprice();
			return;
		case 'emailsCorrected':
			company.correctEmails();
			return;
		case 'quarterlyRelease':
			for (let item = 0; item < RELEASE.items; item += 1) company.enterItem();
			company.reprice(RELEASE.prices);
			return;
		case 'handEdits':
			editCustomers(month);
			return;
		case 'handEditsOfItems':
			editItems(month);
			return;
		case 'chargebeeDown':
			chargebee.faults.clear();
			chargebee.faults.add(OUTAGES[happening.as]);
			office.trouble = happening.as === 'halfWritten' ? 'none' : 'chargebee';
			return;
		case 'chargebeeUp':
			chargebee.faults.clear();
			office.trouble = 'none';
			return;
		case 'cloudSuiteDown':
			infor.faults.clear();
			office.trouble = 'cloudSuite';
			if (happening.as === 'gateway') infor.faults.add(inforFaults.gatewayTimeout(FOR_EVER));
			else {
				infor.tokens.revokeAll();
				infor.faults.add(inforFaults.tokenServerError(FOR_EVER));
			}
			return;
		case 'cloudSuiteUp':
			infor.faults.clear();
			office.trouble = 'none';
			return;
		case 'keyWithdrawn':
			chargebee.replaceKey(NEXT_KEY);
			office.trouble = 'chargebee';
			return;
		case 'keyEntered':
			await office.n8n.saveCredential(CHARGEBEE_CREDENTIAL, 'chargebeeSyncApi', {
				apiKey: NEXT_KEY,
			});
			office.trouble = 'none';
			return;
		case 'nextFileEntered':
			await office.n8n.saveCredential(INFOR_CREDENTIAL, 'inforIonApi', {
				nextIonApiSecrets: JSON.stringify(infor.nextIonApi),
			});
			return;
		case 'oldAppDeleted':
			infor.refuseKeys('current', 'client');
			return;
		case 'answersLost':
			chargebee.faults.add({ method: 'POST', times: 3, effect: { kind: 'lostAnswer' } });
			chargebee.faults.add({ method: 'POST', times: 2, effect: { kind: 'truncate', bytes: 20 } });
			return;
		case 'crash':
			company.dialEverybody();
			return;
		case 'sliceRetried':
			company.dial();
			company.rename();
			infor.faults.add(inforFaults.forbidden(FOR_EVER));
			return;
	}
}

const OUTAGES = {
	unavailable: chargebeeFaults.serverError({ ...FOR_EVER, status: 503 }),
	unreachable: { ...FOR_EVER, effect: { kind: 'reset' } },
	throttling: chargebeeFaults.tooManyRequests({ ...FOR_EVER, retryAfter: 1 }),
	// the second half of an update does not get through
	halfWritten: chargebeeFaults.serverError({
		...FOR_EVER,
		...{ method: 'POST', path: /\/update_billing_info$/, status: 503 },
	}),
} as const;

/** What somebody typed into fields that are CloudSuite's. */
function editCustomers({ world: { chargebee } }: Month): void {
	const edits = [
		{ company: 'Typed by hand' },
		{ phone: '0000' },
		{ email: 'typed@by-hand.example' },
		{ billing_address: { line1: 'Typed Lane 1', country: 'DE', object: 'billing_address' } },
		{ vat_number: undefined },
		{ first_name: 'Typed', locale: 'fr' },
	];
	for (const [place, customer] of CORRECTED_BY_HAND.entries())
		chargebee.update(chargebeeIdOf(chargebee, customer), edits[place] ?? {});
}

function editItems({ world: { chargebee } }: Month): void {
	const [first, second, third] = smallCompany.items;
	chargebee.updateRecord('items', `ln-1300-${first?.id}`, { name: 'Typed by hand' });
	chargebee.updateRecord('item_prices', `ln-1300-${second?.id}-${second?.currency}`, { price: 1 });
	chargebee.updateRecord('item_prices', `ln-1300-${third?.id}-${third?.currency}`, {
		status: 'archived',
	});
}
