/**
 * Loaded into n8n before all else: its clock can be put forward from outside, so that hours pass between two runs. What
 * waits by a timer waits as long as ever. Expressions are evaluated in isolates, which have clocks of their own.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Puts the clock of the realm it runs in forward. @returns what says by how much, in milliseconds */
function adjustable() {
	const Real = Date;
	const now = Real.now;
	let ahead = 0;
	Real.now = () => now() + ahead;
	const Later = new Proxy(Real, {
		construct: (_target, values, made) =>
			Reflect.construct(Real, values.length === 0 ? [Real.now()] : values, made),
		apply: () => new Real(Real.now()).toString(),
	});
	Real.prototype.constructor = Later;
	globalThis.Date = Later;
	return (ms) => {
		ahead = ms;
	};
}

const setOwn = adjustable();
const contexts = new Set();
let ahead = 0;

function putForward(ms) {
	ahead = ms;
	setOwn(ms);
	for (const context of contexts)
		if (context.isolate.isDisposed) contexts.delete(context);
		else context.set.applySync(undefined, [ms]);
}
putForward(Number(process.env.LATER_MS));

function withClock(isolate, context) {
	const set = context.evalSync(`(${adjustable})()`, { reference: true });
	set.applySync(undefined, [ahead]);
	contexts.add({ isolate, set });
	return context;
}

// neither the class nor its objects can be changed, so what n8n gets stands before them
const isolated = require('isolated-vm');
require.cache[require.resolve('isolated-vm')].exports = Object.create(isolated, {
	Isolate: {
		value: new Proxy(isolated.Isolate, {
			construct: (Isolate, options) => withClocks(new Isolate(...options)),
		}),
	},
});

function withClocks(isolate) {
	const own = {
		createContext: async (...options) =>
			withClock(isolate, await isolate.createContext(...options)),
		createContextSync: (...options) => withClock(isolate, isolate.createContextSync(...options)),
	};
	return new Proxy(isolate, {
		get: (_target, name) => {
			const member = own[name] ?? isolate[name];
			return typeof member === 'function' ? member.bind(isolate) : member;
		},
	});
}

// n8n hands the option on to its task runner, which nobody talks to
if (process.send) {
	process.on('message', (ms) => {
		putForward(ms);
		process.send(ms);
	});
	process.channel.unref();
}
