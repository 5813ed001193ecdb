// Runs after `flex-plugin build`, in the plugin's folder: a bundle above the limit fails the build.
const fs = require('node:fs');
const path = require('node:path');
const { gzipSync } = require('node:zlib');

/** Thousand bytes, gzipped: what every agent's browser fetches at the start of a shift. */
const LIMIT = 110;

const { name } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
const bundle = path.join('build', `${name}.js`);
const size = gzipSync(fs.readFileSync(bundle), { level: 9 }).length / 1000;
console.log(`${bundle}: ${size.toFixed(1)} kB gzip (limit ${LIMIT})`);
process.exit(size > LIMIT ? 1 : 0);
