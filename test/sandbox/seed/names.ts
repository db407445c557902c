import type { Country } from './countries';

export interface Tongue {
	stems: string[];
	sectors: string[];
	firstNames: string[];
	lastNames: string[];
	streets: string[];
	/** Mailbox of the accounts department. */
	mailbox: string;
}

/** Words the seed's companies and people are put together from. Stem times sector is unique within a tongue. */
export const TONGUES: Record<Country['tongue'], Tongue> = {
	de: {
		stems: [
			'Müller',
			'Kessler',
			'Öhlund',
			'Jäger',
			'Weißbach',
			'Brandt',
			'Schäfer',
			'Lindner',
			'Großmann',
			'Vogel',
			'Hübner',
			'Rheintal',
			'Nordlicht',
			'Alpenblick',
			'Falkenberg',
		],
		sectors: ['Technik', 'Logistik', 'Software', 'Maschinenbau', 'Handel', 'Medizin'],
		firstNames: ['Jürgen', 'Anke', 'Björn', 'Sabine', 'Käthe', 'Uwe', 'Marlene', 'Thomas'],
		lastNames: ['Böttcher', 'Schulz', 'Krüger', 'Weiß', 'Hartmann', 'Maaß', 'Fröhlich', 'Lang'],
		streets: ['Lindenweg', 'Hauptstraße', 'Am Mühlbach', 'Schillerplatz', 'Industriestraße'],
		mailbox: 'buchhaltung',
	},
	en: {
		stems: [
			"O'Hara",
			'Bluewater',
			'Harbor',
			'Redstone',
			'Whitfield',
			'Summit',
			'Northgate',
			'Oakridge',
			'Silverline',
			'Carter',
			"D'Angelo",
			'Pinecrest',
			'Lakeside',
			'Sterling',
			'Ironbridge',
			'Maple',
			'Crestview',
			'Fairfax',
			'Beacon',
			'Granite',
		],
		sectors: ['Systems', '& Sons', 'Analytics', 'Health', 'Manufacturing', 'R&D'],
		firstNames: ['Grace', 'Liam', 'Olivia', 'Noah', 'Siobhán', 'Ethan', 'Maya', 'Renée'],
		lastNames: [
			"O'Connor",
			'Bennett',
			'Clarke',
			'Nguyen',
			'Walsh',
			'Patel',
			'McKenzie',
			'Smith-Jones',
		],
		streets: ['Market Street', 'King Street', 'Station Road', 'Mill Lane', 'Commerce Drive'],
		mailbox: 'accounts',
	},
	fr: {
		stems: ['Lefèvre', 'Beauséjour', "L'Étoile", 'Garçon', 'Château-Vert', 'Moreau'],
		sectors: ['Conseil', 'Énergie', 'Santé', 'Édition', 'Industrie', 'Réseaux'],
		firstNames: ['Élodie', 'Benoît', 'Chloé', 'François', 'Zoé', 'Jérôme'],
		lastNames: ['Dubois', 'Lefèbvre', 'Garçon', 'Béranger', "d'Arcy", 'Petit'],
		streets: ['Rue de la Paix', "Avenue de l'Opéra", 'Boulevard Voltaire', 'Rue des Écoles'],
		mailbox: 'comptabilite',
	},
	nl: {
		stems: ['Van Dijk', 'De Groot', "'t Hoekje", 'Zuiderzee', 'Kanaal', 'Tulp'],
		sectors: ['Techniek', 'Groep', 'Zorg', 'Transport', 'Digitaal'],
		firstNames: ['Daan', 'Loes', 'Jeroen', 'Zoë', 'Pieter'],
		lastNames: ['van den Berg', 'de Vries', 'Jansen', 'Coëlho', 'Bakker'],
		streets: ['Herengracht', 'Stationsplein', 'Kerkstraat', 'Maliebaan'],
		mailbox: 'administratie',
	},
	es: {
		stems: ['Muñoz', 'Peñalver', 'Castaño', 'Iberia'],
		sectors: ['Soluciones', 'Gestión', 'Logística'],
		firstNames: ['Íñigo', 'María', 'José', 'Begoña'],
		lastNames: ['Núñez', 'García', 'Ibáñez', 'López'],
		streets: ['Calle Mayor', 'Gran Vía', 'Avenida de la Constitución'],
		mailbox: 'facturas',
	},
	it: {
		stems: ['Rossi', 'Bellà', 'Ferraris', 'Monteverde'],
		sectors: ['Sistemi', 'Qualità', 'Trasporti'],
		firstNames: ['Niccolò', 'Giulia', 'Marco', 'Chiara'],
		lastNames: ["D'Amico", 'Bianchi', 'Esposito', 'Conti'],
		streets: ['Via Roma', "Via dell'Industria", 'Corso Garibaldi'],
		mailbox: 'amministrazione',
	},
	nordic: {
		stems: ['Björk', 'Sørensen', 'Ångström', 'Fjällbo', 'Nørregaard'],
		sectors: ['Data', 'Teknik', 'Energi'],
		firstNames: ['Åsa', 'Søren', 'Lars', 'Linnéa'],
		lastNames: ['Ström', 'Kjær', 'Lindqvist', 'Møller'],
		streets: ['Storgatan', 'Strøget', 'Kungsgatan'],
		mailbox: 'faktura',
	},
	pl: {
		stems: ['Wiśniewski', 'Łabędź', 'Żółty'],
		sectors: ['Systemy', 'Usługi'],
		firstNames: ['Agnieszka', 'Łukasz', 'Małgorzata'],
		lastNames: ['Kowalczyk', 'Śliwa', 'Zając'],
		streets: ['ul. Długa', 'ul. Nowy Świat'],
		mailbox: 'ksiegowosc',
	},
};
