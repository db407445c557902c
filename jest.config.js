/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/host/'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/host/'],
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{
				jsc: {
					parser: { syntax: 'typescript', decorators: true },
					target: 'es2022',
					transform: { legacyDecorator: true, decoratorMetadata: true },
				},
				module: { type: 'commonjs' },
			},
		],
	},
	globalSetup: '<rootDir>/test/setup/jestGlobalSetup.js',
	testTimeout: 60_000,
	maxWorkers: 2,
};
