import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRepository, type Repository } from '../testing/createRepository';
import { writeStackFile } from './stackFile';

describe('the file that says what runs', () => {
  let repository: Repository;
  const mine = { pid: process.pid, twilio: {} };
  const write = () => writeStackFile(repository.resolve('.local'), mine);
  const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
  beforeEach(() => {
    repository = createRepository();
  });
  afterEach(() => {
    repository.remove();
  });

  it('is stack.json, for this user only, and goes', () => {
    const { file, remove } = write();
    expect(file).toBe(repository.resolve('.local/stack.json'));
    expect(read(file)).toEqual(mine);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    remove();
    expect(existsSync(file)).toBe(false);
  });

  it('leaves the one of another process alone while that process lives', () => {
    const theirs = JSON.stringify({ pid: process.ppid });
    repository.write('.local/stack.json', theirs);
    const { file, remove } = write();
    expect(file).toBe(repository.resolve(`.local/stack-${process.pid}.json`));
    expect(read(file)).toEqual(mine);
    remove();
    expect(existsSync(file)).toBe(false);
    expect(readFileSync(repository.resolve('.local/stack.json'), 'utf8')).toBe(theirs);
  });

  it.each([
    ['a process that has ended', () => JSON.stringify({ pid: spawnSync(process.execPath, ['-e', '']).pid })],
    ['this process', () => JSON.stringify({ pid: process.pid })],
    ['nobody', () => '{"pid":'],
  ])('takes the place of one that belongs to %s', (_whose, contents) => {
    repository.write('.local/stack.json', contents());
    const { file } = write();
    expect(file).toBe(repository.resolve('.local/stack.json'));
    expect(read(file)).toEqual(mine);
  });

  it('is not removed when something else has been written there since', () => {
    const { file, remove } = write();
    repository.write('.local/stack.json', JSON.stringify({ pid: process.pid, twilio: {}, started: 'later' }));
    remove();
    expect(existsSync(file)).toBe(true);
  });
});
