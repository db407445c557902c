import { chargebee, fields } from '../nodes';
import type { NodeSpec } from '../workflow';

/** The mapping of customers, the same in every template that writes or compares them. */
export const mapCustomers = (): NodeSpec =>
	fields({
		key: '={{ $json.key }}',
		sourceHash: '={{ $json.sourceHash }}',
		knownChargebeeId: "={{ $json.known?.chargebee_id ?? '' }}",
		// of the review, until it is carried out
		decision: "={{ $json.known?.decision ?? '' }}",
		decision_id: "={{ $json.known?.decision_id ?? '' }}",
		company: '={{ $json.name }}',
		first_name: "={{ $json.contacts.find(c => c.primary)?.firstName ?? '' }}",
		last_name: "={{ $json.contacts.find(c => c.primary)?.lastName ?? '' }}",
		email: "={{ $json.email ?? '' }}",
		phone: "={{ $json.phone ?? '' }}",
		vat_number: "={{ $json.vatNumber ?? '' }}",
		preferred_currency_code: "={{ $json.currency ?? '' }}",
		locale: "={{ $json.language ?? '' }}",
		auto_collection: 'off',
		billing_address_company: '={{ $json.name }}',
		billing_address_line1: "={{ $json.billingAddress?.line1 ?? '' }}",
		billing_address_line2: "={{ $json.billingAddress?.line2 ?? '' }}",
		billing_address_city: "={{ $json.billingAddress?.city ?? '' }}",
		billing_address_state: "={{ $json.billingAddress?.state ?? '' }}",
		billing_address_zip: "={{ $json.billingAddress?.postalCode ?? '' }}",
		billing_address_country: "={{ $json.billingAddress?.country ?? '' }}",
	});

/** What a customer is recognised by; the same for writing, previewing and comparing. */
export const CUSTOMER_MATCHING = {
	resource: 'customer',
	sourceKey: '={{ $json.key }}',
	columns: { mappingMode: 'autoMapInputData', value: null },
	matchKeys: { key: [{ field: 'vat_number' }, { field: 'email' }] },
};

/** @param options besides what every write of customers has */
export const upsertCustomers = (options: Record<string, string> = {}): NodeSpec =>
	chargebee({
		...CUSTOMER_MATCHING,
		operation: 'upsert',
		preview: false,
		options: {
			knownChargebeeId: '={{ $json.knownChargebeeId }}',
			decision: '={{ $json.decision }}',
			decisionId: '={{ $json.decision_id }}',
			...options,
		},
	});
