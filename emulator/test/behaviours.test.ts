import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const ROW = /^\|.*\| `(?<test>.+?)`\s*\| `(?<file>\S+\.test\.ts)`\s*\|$/gmu;

const rows = [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(ROW)].map(({ groups }) => [
  groups?.['file'] ?? '',
  groups?.['test'] ?? '',
]);

describe("the README's table of behaviours", () => {
  it('has rows', () => {
    expect(rows.length).toBeGreaterThan(30);
  });

  it.each(rows)('%s has a test that %s', (file, test) => {
    expect(readFileSync(join(ROOT, file), 'utf8')).toContain(test);
  });
});
