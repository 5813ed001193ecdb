import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../services/repositoryRoot';
import { generatedDocs } from './generatedDocs';

describe('the generated documentation', () => {
  it.each([...generatedDocs()])(
    '%s says what the code says (`npm run docs` brings it up to date)',
    (file, text) => {
      expect(readFileSync(path.join(repositoryRoot, file), 'utf8')).toBe(text);
    },
  );
});
