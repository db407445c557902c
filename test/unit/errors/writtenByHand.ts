import ts from 'typescript';

const ERRORS: ReadonlySet<string> = new Set(['NodeOperationError', 'NodeApiError']);
/** How `Said` is handed to an error: its reason as message, its action as description. */
const TEXT_MEMBERS: ReadonlySet<string> = new Set(['message', 'description']);
const SAID_MEMBERS: ReadonlySet<string> = new Set(['reason', 'actionToTake']);

/**
 * The places of a source file where a message is not one of the catalogue:
 * - an n8n error whose message is neither the `reason` of something said nor a caught error passed on
 * - a plain error, or a `reason` or `actionToTake`, that is written as a text
 */
export function writtenByHand(fileName: string, text: string): string[] {
	const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.ES2022, true);
	const found: ts.Node[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isNewExpression(node) && ts.isIdentifier(node.expression)) {
			const [first, second, options] = node.arguments ?? [];
			if (ERRORS.has(node.expression.text)) {
				if (second && !isSaidOrCaught(second)) found.push(second);
				if (options && !ts.isObjectLiteralExpression(options)) found.push(options);
				found.push(...textMembers(options));
			}
			if (node.expression.text === 'Error' && first && holdsText(first)) found.push(first);
		}
		if (isMember(node, SAID_MEMBERS) && holdsText(node.initializer)) found.push(node);
		ts.forEachChild(node, visit);
	};
	visit(file);
	return found.map((node) => {
		const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
		return `${fileName}:${line + 1} ${node.getText(file)}`;
	});
}

function isSaidOrCaught(argument: ts.Expression): boolean {
	if (ts.isAsExpression(argument)) return isSaidOrCaught(argument.expression);
	if (ts.isIdentifier(argument)) return isCaught(argument);
	if (ts.isObjectLiteralExpression(argument)) return textMembers(argument).length === 0;
	return isSaid(argument);
}

function isSaid(value: ts.Expression): boolean {
	return ts.isPropertyAccessExpression(value) && SAID_MEMBERS.has(value.name.text);
}

function isCaught({ text, parent }: ts.Identifier): boolean {
	for (let node: ts.Node | undefined = parent; node; node = node.parent) {
		const variable = ts.isCatchClause(node) ? node.variableDeclaration?.name : undefined;
		if (variable && ts.isIdentifier(variable) && variable.text === text) return true;
	}
	return false;
}

/** Members that are shown to people and do not come from something said. */
function textMembers(options: ts.Expression | undefined): ts.Node[] {
	if (!options || !ts.isObjectLiteralExpression(options)) return [];
	return options.properties.filter((member) => {
		if (ts.isShorthandPropertyAssignment(member)) return TEXT_MEMBERS.has(member.name.text);
		return isMember(member, TEXT_MEMBERS) && !isSaid(member.initializer);
	});
}

function isMember(node: ts.Node, names: ReadonlySet<string>): node is ts.PropertyAssignment {
	return ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && names.has(node.name.text);
}

/** Whether a text stands in the expression itself; the codes given to `say` are none. */
function holdsText(node: ts.Node): boolean {
	if (ts.isCallExpression(node) && /^say/.test(node.expression.getText())) return false;
	if (ts.isStringLiteralLike(node)) return node.text !== '';
	if (ts.isTemplateExpression(node)) return true;
	return ts.forEachChild(node, (child) => holdsText(child) || undefined) ?? false;
}
