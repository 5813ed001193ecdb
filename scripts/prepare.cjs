'use strict';
/*
 * npm's `prepare`: leaves every service built, because `twilio serverless:deploy` in a folder without its build uploads
 * nothing and reports success. Without the development dependencies (`npm ci --omit=dev`) there is nothing to build with,
 * which is not an error of the installation.
 */
const missing = ['esbuild', 'esbuild-register/dist/node', '@swc/core'].filter((name) => {
  try {
    require.resolve(name);
    return false;
  } catch {
    return true;
  }
});

if (missing.length > 0) {
  console.log(`Services not built: the development dependencies are not installed (${missing.join(', ')}).`);
  console.log('Run `npm ci` without --omit=dev, then `npm run build`, before deploying.');
} else {
  process.argv.splice(2, process.argv.length, 'build');
  require('./run.cjs');
}
