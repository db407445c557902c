import type { TableDefinition } from './lake';

/**
 * LN's tables as it publishes them into the Data Lake; columns as in table documentation a tenant has generated (package
 * combination ce01101), a part of them. One table holds all companies. Every enum has its keyword beside it (`_kw`), every
 * reference the company of the other table (`_ref_compnr`), and texts kept in several languages the language in their name.
 */
const PUBLICATION = ['deleted', 'username', 'timestamp', 'sequencenumber'];

function lnTable(name: string, key: string[], columns: string): TableDefinition {
	return {
		name,
		columns: [...columns.trim().split(/\s+/), ...PUBLICATION],
		key,
		deleted: { column: 'deleted', yes: true, no: false },
	};
}

export const LN_TABLES: readonly TableDefinition[] = [
	lnTable(
		'LN_tccom100',
		['compnr', 'bpid'],
		`compnr bpid ctit nama__en_us seak__en_us prbp prst prst_kw stdt endt clan ccur lgid__en_us cadr cadr_ref_compnr
		telp ccnt ccnt_ref_compnr crdt lmdt lmus bprl bprl_kw usid inet__en_us`,
	),
	lnTable(
		'LN_tccom112',
		['compnr', 'itbp', 'cofc'],
		`compnr itbp cofc itst itst_kw stdt endt clan cadr cadr_ref_compnr ccnt ccur cfcg crlr cpay pfbp seak__en_us user crdt
		lmus lmdt`,
	),
	lnTable(
		'LN_tccom130',
		['compnr', 'cadr'],
		`compnr cadr nama__en_us namc__en_us namd__en_us hono__en_us pstc__en_us telp ccit ccty cste dsca__en_us info__en_us
		dtlm lmus crdt user vatl`,
	),
	lnTable(
		'LN_tcibd001',
		['compnr', 'item'],
		`compnr item dsca__en_us seak__en_us crdt lmdt kitm kitm_kw citg cuni cprj cean`,
	),
	lnTable(
		'LN_tdisa001',
		['compnr', 'item'],
		`compnr item seak__en_us cuqs cups cpgs csgs ccur pris ltsp cvat`,
	),
	lnTable('LN_tcmcs010', ['compnr', 'ccty'], `compnr ccty dsca__en_us ictc ict2 clan ccur`),
];

/** M3's tables go by their bare names, and mark deleted rows with a text. */
export const M3_TABLES: readonly TableDefinition[] = [
	{
		name: 'OCUSMA',
		columns:
			'CONO DIVI CUNO CUNM ALCU STAT PHNO VRNO CUCD TEPY CUA1 CUA2 TOWN ECAR PONO CSCD RGDT LMDT deleted'.split(
				' ',
			),
		key: ['CONO', 'CUNO'],
		deleted: { column: 'deleted', yes: 'true', no: 'false' },
	},
	{
		name: 'MITMAS',
		columns: 'CONO ITNO ITDS FUDS STAT ITTY ITGR UNMS RGDT LMDT deleted'.split(' '),
		key: ['CONO', 'ITNO'],
		deleted: { column: 'deleted', yes: 'true', no: 'false' },
	},
];
