// Runs before `flex-plugin build`, in the plugin's folder.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '../../..');

// flex-plugin reads <plugin>/node_modules/<name>/package.json of these; npm hoists them to the root.
for (const name of ['react', 'react-dom', '@twilio/flex-ui']) linkFromRoot(name);

// flex-plugin reports type errors of the plugin's own files only; one in shared/ would pass unseen.
const { status } = spawnSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', '.'], {
  stdio: 'inherit',
});
process.exit(status ?? 1);

function linkFromRoot(name) {
  const link = path.join(process.cwd(), 'node_modules', name);
  if (fs.existsSync(link)) return; // linked already, or npm nested a copy
  fs.rmSync(link, { force: true }); // a link that leads nowhere
  fs.mkdirSync(path.dirname(link), { recursive: true });
  fs.symlinkSync(path.relative(path.dirname(link), path.join(root, 'node_modules', name)), link, 'junction');
}
