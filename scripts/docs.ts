import { writeFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { generatedDocs } from './docs/generatedDocs';
import { repositoryRoot } from './services/repositoryRoot';

/** `npm run docs`: writes what the documentation takes from the code. */
for (const [file, text] of generatedDocs()) {
  const target = path.join(repositoryRoot, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
  console.log(`wrote ${file}`);
}
