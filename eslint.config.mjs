import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

const product = ['nodes/**/*.ts', 'credentials/**/*.ts'];
const tests = ['test/**/*.ts'];

export default tseslint.config(
	{
		ignores: [
			'dist/**',
			'node_modules/**',
			'test/host/node_modules/**',
			'test/host/.data/**',
			'coverage/**',
		],
	},
	{ ...n8nCommunityNodesPlugin.configs.recommended, files: [...product, 'package.json'] },
	{
		files: ['package.json'],
		languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
	},
	...tseslint.configs.recommendedTypeChecked.map((config) => ({
		...config,
		files: [...product, ...tests],
	})),
	{
		files: [...product, ...tests],
		languageOptions: {
			parserOptions: { project: './test/tsconfig.json', tsconfigRootDir: import.meta.dirname },
		},
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
			],
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true },
			],
			'no-console': ['error'],
			eqeqeq: 'error',
		},
	},
	{
		files: ['test/**/*.test.ts'],
		plugins: { jest },
		rules: {
			...jest.configs['flat/recommended'].rules,
			'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert'] }],
		},
	},
	{
		files: [
			'test/**/cli.ts',
			'test/bench/**/*.ts',
			'test/host/**/*.ts',
			'test/e2e/**/*.ts',
			'test/pictures/**/*.ts',
		],
		rules: { 'no-console': 'off' },
	},
);
