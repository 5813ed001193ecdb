/** Files in folders deeper than this are judged as if they were this deep: too strictly, never too mildly. */
const DEEPEST = 6;
const SOURCES = '*.{ts,tsx,js,cjs,mjs}';
const TESTS = '*.test.{ts,tsx}';

/**
 * What is forbidden to a file: modules whose specifier `regex` matches (`typesAllowed`: unless only their types are
 * imported), or whatever an esquery `selector` matches.
 * @typedef {{ message: string, regex: RegExp, typesAllowed?: boolean } | { message: string, selector: string }} Ban
 *
 * @typedef {object} Territory
 * @property {string} folder a glob of the folders whose files this is about
 * @property {string} [boundary] the folder around it that no relative path leaves; the folder itself unless given
 * @property {string} [beside] a regular expression of what may be reached beside the boundary all the same
 * @property {boolean} [testsOnly] whether it is about the folder's tests alone
 * @property {readonly Ban[]} bans
 */

/** The configuration for files that stand anywhere. */
export const forbid = (files, bans) => ({
  files,
  rules: { 'no-restricted-syntax': ['error', ...bans.map(toRule)] },
});

/**
 * One configuration per depth, since how many `../` lead out of a folder depends on where a file is in it.
 * ESLint takes the last one that matches a file and forgets the others: each holds everything that is forbidden there.
 * @param {Territory} territory
 */
export function forbidIn({ folder, boundary = folder, beside, testsOnly = false, bans }) {
  const below = depthOf(folder) - depthOf(boundary);
  return Array.from({ length: DEEPEST + 1 }, (_, depth) => {
    const inner = `${'*/'.repeat(depth)}${depth === DEEPEST ? '**/' : ''}`;
    return forbid(
      [`${folder}/${inner}${testsOnly ? TESTS : SOURCES}`],
      [...bans, leaving(boundary, below + depth, beside)],
    );
  });
}

const depthOf = (folder) => folder.split('/').length;

/** @returns {Ban} */
const leaving = (boundary, depth, beside) => ({
  regex: new RegExp(`^\\.\\.(\\/\\.\\.){${depth}}(\\/|$)${beside === undefined ? '' : `(?!(${beside})$)`}`),
  message: `This path leads out of ${boundary}/.`,
});

/** Every way to name a module: static, dynamic, `import type`, `export from`, `import x = require()`, `require()`. */
function toRule({ message, ...ban }) {
  if ('selector' in ban) return { message, selector: ban.selector };
  const is = `=/${ban.regex.source}/`;
  const values = ban.typesAllowed === true ? "[importKind!='type'][exportKind!='type']" : '';
  const selectors = [
    `:matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration)[source.value${is}]${values}`,
    `ImportExpression:matches([source.value${is}], [source.quasis.0.value.cooked${is}])`,
    `TSImportEqualsDeclaration[moduleReference.expression.value${is}]${values}`,
    `CallExpression[callee.name='require'][arguments.0.value${is}]`,
    ...(ban.typesAllowed === true ? [] : [`TSImportType[source.value${is}]`]),
  ];
  return { message, selector: selectors.join(', ') };
}
