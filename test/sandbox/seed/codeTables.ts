import type { LnCompanyData, LnRow } from '../infor/ln/data';
import { COUNTRIES } from './countries';

/** The code tables of the tenant: LN's codes beside the ISO codes they stand for. */
export function codeTables(): Pick<
	LnCompanyData,
	'languages' | 'currencies' | 'countries' | 'paymentTerms'
> {
	return {
		languages: LANGUAGES.map(([Language, ISOCode, english, german]) => ({
			Language,
			Description: { 'en-US': english, 'de-DE': german },
			ISOCode,
			SystemLanguage: Language === 'ENG' || Language === 'GER' ? 'Yes' : 'No',
		})),
		currencies: CURRENCIES.map(([Currency, english, german]) => ({
			Currency,
			Description: { 'en-US': english, 'de-DE': german },
			ISOCurrencyCode: Currency,
		})),
		countries: COUNTRIES.map(({ code, name, iso2, iso3, euMember, currency }): LnRow => ({
			Country: code,
			Description: name,
			ISOCodeAlpha2: iso2,
			ISOCodeAlpha3: iso3,
			EUMemberState: euMember ? 'Yes' : 'No',
			Currency: currency,
		})),
		paymentTerms: PAYMENT_TERMS.map(([PaymentTerms, english, german]) => ({
			PaymentTerms,
			Description: { 'en-US': english, 'de-DE': german },
		})),
	};
}

const LANGUAGES = [
	['ENG', 'en', 'English', 'Englisch'],
	['GER', 'de', 'German', 'Deutsch'],
	['FRA', 'fr', 'French', 'Französisch'],
	['DUT', 'nl', 'Dutch', 'Niederländisch'],
	['SPA', 'es', 'Spanish', 'Spanisch'],
	['ITA', 'it', 'Italian', 'Italienisch'],
	['SWE', 'sv', 'Swedish', 'Schwedisch'],
	['DAN', 'da', 'Danish', 'Dänisch'],
	['POL', 'pl', 'Polish', 'Polnisch'],
] as const;

const CURRENCIES = [
	['USD', 'US dollar', 'US-Dollar'],
	['EUR', 'Euro', 'Euro'],
	['GBP', 'Pound sterling', 'Pfund Sterling'],
	['CHF', 'Swiss franc', 'Schweizer Franken'],
	['SEK', 'Swedish krona', 'Schwedische Krone'],
	['DKK', 'Danish krone', 'Dänische Krone'],
	['PLN', 'Polish złoty', 'Polnischer Złoty'],
	['CAD', 'Canadian dollar', 'Kanadischer Dollar'],
] as const;

const PAYMENT_TERMS = [
	['N14', 'Net 14 days', '14 Tage netto'],
	['N30', 'Net 30 days', '30 Tage netto'],
	['N60', 'Net 60 days', '60 Tage netto'],
	['COD', 'Cash on delivery', 'Nachnahme'],
	['D10', '2% within 10 days, net 30', '2 % Skonto 10 Tage, 30 netto'],
] as const;
