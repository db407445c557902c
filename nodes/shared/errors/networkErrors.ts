import type { Catalogue } from './types';

/**
 * No answer at all, from either system. `{what}` says what was tried; the groups are those of `networkGroup`
 * (`../http/noAnswer`).
 */
export const NETWORK_ERRORS = {
	network_no_connection: {
		class: 'outage',
		message: '{what}: the connection was refused.',
		meaning:
			'Nobody accepts connections at that address, or there is no way there from where n8n runs (ECONNREFUSED, EHOSTUNREACH, ENETUNREACH). Nothing was sent.',
		action:
			'Nothing to fix in the record: run again. If it lasts, check the network of n8n (firewall, proxy) and {check}.',
		retried: 'byItself',
	},
	network_timeout: {
		class: 'outage',
		message: '{what}: no answer within the time limit.',
		meaning:
			'The server took the request and did not answer in time (ETIMEDOUT, ECONNABORTED). A write may have been applied, so the sync looks before it writes again.',
		action:
			'Nothing to fix in the record: run again. If it lasts, check the network of n8n and {check}.',
		retried: 'byItself',
	},
	network_dropped: {
		class: 'outage',
		message: '{what}: the connection was cut before an answer came.',
		meaning:
			'The connection ended in the middle (ECONNRESET, EPIPE and the like). A write may have been applied, so the sync looks before it writes again.',
		action:
			'Nothing to fix in the record: run again. If it lasts, check the network of n8n (firewall, proxy) and {check}.',
		retried: 'byItself',
	},
	network_dns: {
		class: 'outage',
		message: '{what}: the host name is not known.',
		meaning:
			'The name server of n8n does not know the host, or could not be asked (ENOTFOUND, EAI_AGAIN). Nothing was sent.',
		action:
			'Check the spelling of the address in the credential. If it is right, run again; if it lasts, check the name server (DNS) of n8n and {check}.',
		retried: 'byItself',
	},
	network_tls: {
		class: 'configuration',
		message: '{what}: no secure connection, {problem}.',
		meaning:
			'The server’s certificate is expired, self-signed, for another host or of an authority n8n does not know, or the server does not speak TLS at that address. A company proxy that opens encrypted traffic is the usual reason. Nothing is sent over such a connection.',
		action:
			'Check the address in the credential. If a company proxy stands between, have its certificate authority added to n8n (NODE_EXTRA_CA_CERTS), or the host excepted.',
		retried: 'never',
	},
} as const satisfies Catalogue;
