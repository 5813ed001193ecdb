'use strict';
/* Runs a TypeScript command of this folder on plain Node: `node scripts/run.cjs build --flag`. */
require('esbuild-register/dist/node').register({ target: 'node20' });
const path = require('node:path');
const [, , command, ...args] = process.argv;
process.argv = [process.argv[0], path.join(__dirname, `${command}.ts`), ...args];
require(process.argv[1]);
