import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import * as z from 'zod/mini';
import { repositoryRoot } from '../services/repositoryRoot';

/** Files that need not exist, and what would be in them. */
const Cases = z.array(z.object({ file: z.string(), code: z.string() }));

/**
 * What this repository's import rules say to each case, JSON in and out. Jest cannot do that itself: it cannot load a
 * configuration that is an ES module.
 */
async function main(): Promise<void> {
  const eslint = new ESLint({
    cwd: repositoryRoot,
    // Rules that need types would need the file to exist.
    overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
    ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-syntax',
  });
  const verdicts: string[][] = [];
  for (const { file, code } of z.parse(Cases, JSON.parse(await text(process.stdin)))) {
    const results = await eslint.lintText(code, { filePath: file });
    verdicts.push(results.flatMap(({ messages }) => messages.map(({ message }) => message)));
  }
  process.stdout.write(JSON.stringify(verdicts));
}

void main();
