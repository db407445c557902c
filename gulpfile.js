const { rm } = require('node:fs/promises');
const { spawn } = require('node:child_process');
const { dest, series, src } = require('gulp');

const clean = () => rm('dist', { recursive: true, force: true });

function compile(done) {
	const tsc = require.resolve('typescript/bin/tsc');
	spawn(process.execPath, [tsc, '-p', 'tsconfig.json'], { stdio: 'inherit' }).on('exit', (code) =>
		done(code === 0 ? undefined : new Error(`tsc ended with ${code}`)),
	);
}

/** Icons and codex files sit beside their node and keep their place in `dist`; `encoding: false` leaves bytes alone. */
const copyStatic = () =>
	src(['nodes/**/*.{svg,png}', 'nodes/**/*.node.json', 'credentials/**/*.{svg,png}'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));

exports.build = series(clean, compile, copyStatic);
exports.default = exports.build;
