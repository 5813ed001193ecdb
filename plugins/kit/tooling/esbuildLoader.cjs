// webpack 4 knows no TypeScript and no syntax newer than ES2019.
const { transform } = require('esbuild');

const LOADERS = { '.ts': 'ts', '.tsx': 'tsx' };

/** A webpack loader that lowers one file. */
module.exports = function lowerFile(source) {
  const done = this.async();
  const extension = /\.[^.]+$/.exec(this.resourcePath)?.[0];
  transform(source, {
    loader: LOADERS[extension] ?? 'js',
    target: 'es2018',
    format: 'esm',
    sourcefile: this.resourcePath,
    sourcemap: true,
  }).then(({ code, map }) => done(null, code, JSON.parse(map)), done);
};
