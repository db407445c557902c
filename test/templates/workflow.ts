import { createHash } from 'node:crypto';

/** A node as n8n exports it. */
export interface NodeJson {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	[setting: string]: unknown;
}

export interface WorkflowJson {
	name: string;
	nodes: NodeJson[];
	connections: Record<
		string,
		{ main: Array<Array<{ node: string; type: 'main'; index: number }>> }
	>;
	settings: Record<string, unknown>;
}

/** What a node is, before it has a place. */
export interface NodeSpec {
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	/** e.g. `executeOnce`, `onError` */
	settings?: Record<string, unknown>;
}

const COLUMN = 220;
const ROW = 180;
const MARGIN = 40;
const LINE = 24;
const LINE_CHARACTERS = 9;

/** A note with the nodes that stand on it, in rows. */
export class Section {
	private readonly rows: Array<Array<{ name: string; spec: NodeSpec }>> = [[]];

	constructor(
		readonly title: string,
		readonly text: string,
	) {}

	/** Puts a node behind the last one of the row. @returns its name */
	add(name: string, spec: NodeSpec): string {
		this.rows.at(-1)?.push({ name, spec });
		return name;
	}

	/** Begins a row below. */
	row(): void {
		this.rows.push([]);
	}

	/** Leaves a place free. */
	gap(): void {
		this.rows.at(-1)?.push({ name: '', spec: { type: '', typeVersion: 0, parameters: {} } });
	}

	get width(): number {
		return Math.max(1, ...this.rows.map((row) => row.length)) * COLUMN + MARGIN;
	}

	private get head(): number {
		const perLine = this.width / LINE_CHARACTERS;
		return MARGIN + LINE * (1 + Math.ceil(this.text.length / perLine));
	}

	get height(): number {
		return this.head + this.rows.length * ROW;
	}

	/** The note and its nodes, with its upper left corner there. */
	place(x: number, y: number, height: number, idOf: (name: string) => string): NodeJson[] {
		const note: NodeJson = {
			id: idOf(`Section ${this.title}`),
			name: `Section ${this.title}`,
			type: 'n8n-nodes-base.stickyNote',
			typeVersion: 1,
			position: [x, y],
			parameters: {
				content: `### ${this.title}\n${this.text}`,
				height,
				width: this.width,
				color: 7,
			},
		};
		const nodes = this.rows.flatMap((row, down) =>
			row.flatMap(({ name, spec: { settings, ...spec } }, right): NodeJson[] =>
				name === ''
					? []
					: [
							{
								...{ id: idOf(name), name, type: spec.type, typeVersion: spec.typeVersion },
								position: [x + MARGIN + 20 + right * COLUMN, y + this.head + down * ROW],
								parameters: spec.parameters,
								...settings,
							},
						],
			),
		);
		return [note, ...nodes];
	}
}

/** A template: sections in lines, one below the other, beside a note that explains all of it. */
export class Template {
	private readonly lines: Section[][] = [];
	private readonly connections: WorkflowJson['connections'] = {};

	constructor(
		readonly name: string,
		private readonly overview: string,
		/** The workflow's settings in n8n, besides those all have. */
		private readonly settings: Readonly<Record<string, unknown>> = {},
	) {}

	line(...sections: Section[]): void {
		this.lines.push(sections);
	}

	/** Connects nodes one after the other, first output to first input. */
	chain(...names: string[]): void {
		for (const [at, name] of names.slice(1).entries()) this.connect(names[at] ?? '', name);
	}

	connect(from: string, to: string, { output = 0, input = 0 } = {}): void {
		const outputs = (this.connections[from] ??= { main: [] }).main;
		while (outputs.length <= output) outputs.push([]);
		outputs[output]?.push({ node: to, type: 'main', index: input });
	}

	json(): WorkflowJson {
		const idOf = (name: string) => stableId(`${this.name}/${name}`);
		const nodes: NodeJson[] = [
			{
				...{ id: idOf('Overview'), name: 'Overview', type: 'n8n-nodes-base.stickyNote' },
				...{ typeVersion: 1, position: [-640, 0] },
				parameters: {
					content: this.overview,
					height: 160 + LINE * Math.ceil(this.overview.length / 70),
					width: 580,
				},
			},
		];
		let top = 0;
		for (const line of this.lines) {
			const height = Math.max(...line.map((section) => section.height));
			let left = 0;
			for (const section of line) {
				nodes.push(...section.place(left, top, height, idOf));
				left += section.width + MARGIN / 2;
			}
			top += height + MARGIN / 2;
		}
		return {
			name: this.name,
			nodes,
			connections: this.connections,
			settings: { executionOrder: 'v1', ...this.settings },
		};
	}
}

/** The same for the same name, in the form of a UUID: an import twice over is recognised as the same node. */
export function stableId(name: string): string {
	const hex = createHash('sha1').update(name).digest('hex');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`5${hex.slice(13, 16)}`,
		`a${hex.slice(17, 20)}`,
		hex.slice(20, 32),
	].join('-');
}
