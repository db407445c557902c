import type { Localised } from '../infor/ln/data';

export interface City {
	/** LN's city code. */
	code: string;
	name: Localised;
	postalCode: string;
	state?: string;
	/** Area code as written after the country's dialling code. */
	area: string;
}

const city = (
	code: string,
	name: string | Localised,
	postalCode: string,
	area: string,
	state?: string,
): City => ({
	code,
	name: typeof name === 'string' ? { 'en-US': name } : name,
	postalCode,
	area,
	...(state ? { state } : {}),
});

/** Where the seed's companies sit, by country. */
export const CITIES = {
	US: [
		city('BOS', 'Boston', '02110', '617', 'MA'),
		city('AUS', 'Austin', '78701', '512', 'TX'),
		city('DEN', 'Denver', '80202', '303', 'CO'),
		city('SEA', 'Seattle', '98101', '206', 'WA'),
		city('CHI', 'Chicago', '60606', '312', 'IL'),
		city('ATL', 'Atlanta', '30303', '404', 'GA'),
	],
	DE: [
		city('BER', 'Berlin', '10115', '30'),
		city('MUC', { 'en-US': 'Munich', 'de-DE': 'München' }, '80331', '89'),
		city('CGN', { 'en-US': 'Cologne', 'de-DE': 'Köln' }, '50667', '221'),
		city('HAM', 'Hamburg', '20095', '40'),
		city('STR', 'Stuttgart', '70173', '711'),
		city('WUE', 'Würzburg', '97070', '931'),
	],
	GB: [
		city('LON', 'London', 'EC2A 4NE', '20'),
		city('MAN', 'Manchester', 'M2 5DB', '161'),
		city('EDI', 'Edinburgh', 'EH2 2BY', '131'),
		city('BRS', 'Bristol', 'BS1 4ST', '117'),
	],
	FR: [
		city('PAR', 'Paris', '75009', '1'),
		city('LYS', 'Lyon', '69002', '4'),
		city('STE', 'Saint-Étienne', '42000', '4'),
		city('NTE', 'Nantes', '44000', '2'),
	],
	NL: [
		city('AMS', 'Amsterdam', '1012 LG', '20'),
		city('UTR', 'Utrecht', '3511 AX', '30'),
		city('HAG', { 'en-US': 'The Hague', 'de-DE': 'Den Haag' }, '2511 CV', '70'),
	],
	AT: [
		city('VIE', { 'en-US': 'Vienna', 'de-DE': 'Wien' }, '1010', '1'),
		city('GRZ', 'Graz', '8010', '316'),
		city('LNZ', 'Linz', '4020', '732'),
	],
	CH: [
		city('ZRH', { 'en-US': 'Zurich', 'de-DE': 'Zürich' }, '8001', '44', 'ZH'),
		city('BRN', 'Bern', '3011', '31', 'BE'),
	],
	ES: [city('MAD', 'Madrid', '28013', '91'), city('LCG', 'A Coruña', '15001', '981')],
	IT: [
		city('MIL', { 'en-US': 'Milan', 'de-DE': 'Mailand' }, '20121', '02', 'MI'),
		city('TRN', { 'en-US': 'Turin', 'de-DE': 'Turin' }, '10121', '011', 'TO'),
	],
	SE: [city('STO', 'Stockholm', '111 22', '8'), city('MMA', 'Malmö', '211 18', '40')],
	DK: [
		city('CPH', { 'en-US': 'Copenhagen', 'de-DE': 'Kopenhagen' }, '1050', '33'),
		city('AAR', 'Århus', '8000', '86'),
	],
	PL: [
		city('WAW', { 'en-US': 'Warsaw', 'de-DE': 'Warschau' }, '00-001', '22'),
		city('LCJ', 'Łódź', '90-001', '42'),
	],
	IE: [city('DUB', 'Dublin', 'D02 X285', '1'), city('ORK', 'Cork', 'T12 W8KP', '21')],
	CA: [
		city('YYZ', 'Toronto', 'M5H 2N2', '416', 'ON'),
		city('YUL', 'Montréal', 'H2Y 1C6', '514', 'QC'),
	],
} satisfies Record<string, City[]>;
