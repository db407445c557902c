/** Where reading a CSV text stands. */
interface Reading {
	rows: string[][];
	row: string[];
	cell: string;
	isQuoted: boolean;
}

/**
 * The rows of a CSV text, cells as they stand there. https://www.rfc-editor.org/rfc/rfc4180
 * @returns `undefined` when the text ends inside of quotes or its rows differ in length: then it is cut, or no CSV
 */
export function readCsv(text: string): string[][] | undefined {
	const reading: Reading = { rows: [], row: [], cell: '', isQuoted: false };
	for (let at = 0; at < text.length; at += 1) {
		const sign = text.charAt(at);
		if (reading.isQuoted) {
			const isEscaped = sign === '"' && text.charAt(at + 1) === '"';
			if (sign === '"' && !isEscaped) reading.isQuoted = false;
			else reading.cell += sign;
			if (isEscaped) at += 1;
		} else if (sign === '"' && reading.cell === '') reading.isQuoted = true;
		else if (sign === ',') endCell(reading);
		else if (sign === '\n' || (sign === '\r' && text.charAt(at + 1) === '\n')) {
			endRow(reading);
			if (sign === '\r') at += 1;
		} else reading.cell += sign;
	}
	if (reading.isQuoted) return undefined;
	if (reading.cell !== '' || reading.row.length > 0) endRow(reading);
	const { rows } = reading;
	return rows.every(({ length }) => length === rows[0]?.length) ? rows : undefined;
}

function endCell(reading: Reading): void {
	reading.row.push(reading.cell);
	reading.cell = '';
}

function endRow(reading: Reading): void {
	endCell(reading);
	reading.rows.push(reading.row);
	reading.row = [];
}
