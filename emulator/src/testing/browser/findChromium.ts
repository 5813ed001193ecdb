import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

type Environment = Readonly<Record<string, string | undefined>>;

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The system's Chromium or Chrome: CHROMIUM_PATH, else the first of the usual names on PATH. Throws with what to install
 * when there is none, since npm brings no browser.
 */
export function findChromium(environment: Environment = process.env): string {
  const { CHROMIUM_PATH, PATH = '' } = environment;
  if (CHROMIUM_PATH !== undefined && CHROMIUM_PATH !== '') {
    if (isExecutable(CHROMIUM_PATH)) return CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH names ${CHROMIUM_PATH}, which can't be run.`);
  }
  const folders = PATH.split(path.delimiter).filter((folder) => folder !== '');
  for (const name of NAMES) {
    const found = folders.map((folder) => path.join(folder, name)).find(isExecutable);
    if (found !== undefined) return found;
  }
  throw new Error(
    `There is no Chromium (looked for ${NAMES.join(', ')} on PATH). Install it, e.g. "apt-get install chromium", or set CHROMIUM_PATH.`,
  );
}
