module.exports = require('@patchbay/plugin-kit/tooling/slimBundle.cjs');
