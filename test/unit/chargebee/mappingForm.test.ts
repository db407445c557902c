import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { ChargebeeSync } from '../../../nodes/Chargebee/ChargebeeSync.node';
import { getContactFields } from '../../../nodes/Chargebee/methods/getFields';

// contacts have no custom fields, so their form asks Chargebee nothing
const contactFields = async () =>
	(await getContactFields.call({} as unknown as ILoadOptionsFunctions)).fields;

describe('the form for mapping by hand', () => {
	it('opens with the common fields, and offers the others', async () => {
		const fields = await contactFields();
		const named = (removed: boolean) =>
			fields.filter((field) => field.removed === removed).map(({ id }) => id);
		expect(named(false)).toEqual(expect.arrayContaining(['first_name', 'last_name', 'email']));
		expect(named(true)).not.toEqual([]);
	});

	it('shows no switch by itself: it would send "no" for everybody', async () => {
		const shown = (await contactFields()).filter(({ removed }) => !removed);
		expect(shown.filter(({ type }) => type === 'boolean')).toEqual([]);
	});

	// n8n shows no field at all when it is told not to add all of them
	it('leaves it to its list of fields which are shown, for every resource', () => {
		const forms = new ChargebeeSync().description.properties.filter(
			({ type }) => type === 'resourceMapper',
		);
		expect(forms).toHaveLength(5);
		for (const { typeOptions } of forms)
			expect(typeOptions?.resourceMapper).not.toHaveProperty('addAllFields');
	});
});
