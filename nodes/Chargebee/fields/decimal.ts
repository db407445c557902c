/** `012.50` and `12.5` are the same amount; digits beyond a double's precision still count. */
export function plainDecimal(text: string): string {
	const parts = /^(-?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(text);
	if (!parts) return text;
	const [, sign = '', whole = '', fraction = ''] = parts;
	const plain = fraction === '' ? whole : `${whole}.${fraction}`;
	return plain === '0' ? '0' : `${sign}${plain}`;
}
