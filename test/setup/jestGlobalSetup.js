const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** n8n-core writes its settings file into this folder on first use: keep it away from a person's own n8n. */
module.exports = async () => {
	process.env.N8N_USER_FOLDER = mkdtempSync(join(tmpdir(), 'n8n-jest-'));
	process.env.N8N_LOG_LEVEL = 'silent';
};
