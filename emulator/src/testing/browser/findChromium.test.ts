import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium } from './findChromium';

describe('looking for a Chromium', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'chromium-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const install = (name: string, mode = 0o755): string => {
    const file = path.join(folder, name);
    writeFileSync(file, '');
    chmodSync(file, mode);
    return file;
  };

  it('takes the one that is named', () => {
    const file = install('my-browser');
    install('chromium');
    expect(findChromium({ CHROMIUM_PATH: file, PATH: folder })).toBe(file);
  });

  it('takes Chromium before Chrome from the path, wherever they are', () => {
    const chromium = install('chromium');
    expect(findChromium({ PATH: `/nowhere${path.delimiter}${folder}` })).toBe(chromium);
  });

  it('takes Chrome when there is nothing else', () => {
    const chrome = install('google-chrome');
    expect(findChromium({ PATH: folder })).toBe(chrome);
  });

  it('says what to install when there is none', () => {
    expect(() => findChromium({ PATH: folder })).toThrow('apt-get install chromium');
  });

  it('says when the named one is no program', () => {
    const file = install('chromium', 0o644);
    expect(() => findChromium({ CHROMIUM_PATH: file, PATH: folder })).toThrow(`CHROMIUM_PATH names ${file}`);
  });
});
