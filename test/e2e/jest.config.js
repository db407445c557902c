const base = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
	...base,
	rootDir: '../..',
	roots: ['<rootDir>/test/e2e'],
	testPathIgnorePatterns: [
		'/node_modules/',
		// a quarter of an hour on two cores: for those who ask for it
		...(process.env.MONTH_ROUNDS_PER_DAY ? [] : ['/month\\.test\\.ts$']),
	],
	testTimeout: 300_000,
	maxWorkers: 1,
};
