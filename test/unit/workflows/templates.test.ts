import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Node {
	id?: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: {
		content?: string;
		color?: number;
		width?: number;
		height?: number;
		[name: string]: unknown;
	};
	credentials?: unknown;
}

interface Workflow {
	name: string;
	nodes: Node[];
	connections: Record<string, { main: Array<Array<{ node: string; index: number }> | null> }>;
	settings: Record<string, unknown>;
	[member: string]: unknown;
}

const FOLDER = join(__dirname, '..', '..', '..', 'workflows');
const STICKY = 'n8n-nodes-base.stickyNote';
const OWN = ['cloudSuite', 'cloudSuiteTrigger', 'chargebeeSync', 'syncLog'].map(
	(name) => `n8n-nodes-cloudsuite-chargebee.${name}`,
);

const templates = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.json'))
	.map((file): [string, Workflow] => [
		file,
		JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Workflow,
	]);
const words = (text: string) => text.split(/\s+/).filter((word) => /\w/.test(word)).length;
const stickies = ({ nodes }: Workflow) => nodes.filter(({ type }) => type === STICKY);

// the rules of n8n's template library, and what keeps a file importable everywhere
describe.each(templates)('the template %s', (_file, workflow) => {
	it('holds nothing that belongs to one installation', () => {
		expect(Object.keys(workflow).sort()).toEqual(['connections', 'name', 'nodes', 'settings']);
		// others name a workflow, a person or a zone
		const portable = ['executionOrder', 'saveDataSuccessExecution', 'saveManualExecutions'];
		expect(workflow.settings).toMatchObject({ executionOrder: 'v1' });
		expect(Object.keys(workflow.settings).filter((name) => !portable.includes(name))).toEqual([]);
		expect(workflow.nodes.filter(({ credentials }) => credentials)).toEqual([]);
		expect(JSON.stringify(workflow)).not.toMatch(/instanceId|pinData|cachedResult/);
	});

	it('gives every node an id, a name of its own and a version', () => {
		const { nodes } = workflow;
		expect(new Set(nodes.map(({ name }) => name)).size).toBe(nodes.length);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
		for (const { id, typeVersion } of nodes) {
			expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
			expect(typeVersion).toBeGreaterThan(0);
		}
	});

	it('uses only nodes of n8n and of this package', () => {
		const foreign = workflow.nodes
			.map(({ type }) => type)
			.filter((type) => !type.startsWith('n8n-nodes-base.') && !OWN.includes(type));
		expect(foreign).toEqual([]);
	});

	it('connects only nodes that exist, and leaves none alone', () => {
		const names = new Set(workflow.nodes.map(({ name }) => name));
		const targets = Object.values(workflow.connections).flatMap(({ main }) =>
			main.flatMap((output) => (output ?? []).map(({ node }) => node)),
		);
		const connected = new Set([...Object.keys(workflow.connections), ...targets]);
		expect([...connected].filter((name) => !names.has(name))).toEqual([]);
		const alone = workflow.nodes.filter(
			({ name, type }) => type !== STICKY && !connected.has(name),
		);
		expect(alone).toEqual([]);
	});

	it('names only nodes that exist in its expressions', () => {
		const names = new Set(workflow.nodes.map(({ name }) => name));
		const named = [...JSON.stringify(workflow).matchAll(/\$\('([^']+)'\)/g)].map(
			([, name]) => name,
		);
		expect(named.filter((name) => !names.has(name ?? ''))).toEqual([]);
	});

	it('is explained by one yellow overview of 100 to 300 words with its two headings', () => {
		const overviews = stickies(workflow).filter(({ parameters }) => (parameters.color ?? 1) === 1);
		expect(overviews).toHaveLength(1);
		const text = overviews[0]?.parameters.content ?? '';
		expect(text).toContain('### How it works');
		expect(text).toContain('### Setup');
		expect(words(text)).toBeGreaterThanOrEqual(100);
		expect(words(text)).toBeLessThanOrEqual(300);
	});

	it('has neutral section notes of fewer than 50 words that do not overlap', () => {
		const notes = stickies(workflow);
		for (const { parameters } of notes.filter(({ parameters: { color } }) => (color ?? 1) !== 1)) {
			expect(parameters.color).toBe(7);
			expect(words(parameters.content ?? '')).toBeLessThan(50);
		}
		const overlapping = notes.flatMap((one, index) =>
			notes.slice(index + 1).filter((other) => overlap(one, other)),
		);
		expect(overlapping.map(({ name }) => name)).toEqual([]);
	});

	it('reaches data tables by name, so that it runs where their ids differ', () => {
		const locators = workflow.nodes
			.map(({ parameters }) => parameters.dataTableId as { mode: string } | undefined)
			.filter((locator) => locator !== undefined);
		expect(locators.filter(({ mode }) => mode !== 'name')).toEqual([]);
	});
});

function overlap(one: Node, other: Node): boolean {
	const apart = (axis: 0 | 1, size: 'width' | 'height') =>
		one.position[axis] + (one.parameters[size] ?? 0) <= other.position[axis] ||
		other.position[axis] + (other.parameters[size] ?? 0) <= one.position[axis];
	return !apart(0, 'width') && !apart(1, 'height');
}
