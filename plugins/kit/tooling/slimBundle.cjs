const path = require('node:path');

const root = path.resolve(__dirname, '../../..');
const packageFolder = (name) => path.dirname(require.resolve(`${name}/package.json`));

/**
 * For a plugin's webpack.config.js: compiles what webpack 4 can't read, and leaves out what no plugin needs. Without it
 * the build fails on the first TypeScript file outside the plugin, and a bundle is twice as large.
 */
module.exports = (config) => {
  lowerSources(config);
  dropTokens(config);
  shortenNames(config);
  return config;
};

function lowerSources(config) {
  config.module.rules.unshift({
    test: /\.(m?js|tsx?)$/,
    include: [path.join(root, 'shared/src'), path.join(root, 'plugins/kit/src'), packageFolder('zod')],
    use: path.join(__dirname, 'esbuildLoader.cjs'),
    type: 'javascript/auto',
  });
  // webpack 4 ignores `exports`. Names of packages, not paths: flex-plugin lets a file outside src/ in only so.
  Object.assign(config.resolve.alias, {
    '@patchbay/shared/contracts': '@patchbay/shared/src/contracts',
    '@patchbay/shared/client': '@patchbay/shared/src/client',
  });
}

// Paste pulls in a catalogue of all tokens (160 kB, only to hide deprecated names) and four themes Flex never selects.
function dropTokens(config) {
  const tokens = '@twilio-paste/design-tokens/dist';
  config.resolve.alias[`${tokens}/tokens.raw.json`] = path.join(__dirname, 'emptyTokens.json');
  for (const theme of ['sendgrid', 'evergreen', 'twilio', 'twilio-dark']) {
    config.resolve.alias[`${tokens}/themes/${theme}/tokens.es6`] = require.resolve(
      `${tokens}/themes/dark/tokens.es6.js`,
    );
  }
}

// The stock build keeps every name of a class and function.
function shortenNames(config) {
  for (const { options } of config.optimization.minimizer ?? []) {
    Object.assign(options.terserOptions, { keep_classnames: false, keep_fnames: false });
  }
}
