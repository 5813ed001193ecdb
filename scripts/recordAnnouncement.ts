import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ENGLISH, recordingSteps } from './announcement/recordingSteps';
import { repositoryRoot } from './services/repositoryRoot';

const ASSET = 'serverless/disconnect-recovery/src/assets/connection-interrupted.mp3';

/**
 * `npm run record-announcement -- [--voice de --first '…' --again '…'] [--out file.mp3]`: makes what callers hear when an
 * agent drops. Needs espeak-ng, and sox with MP3 (Debian: espeak-ng, sox, libsox-fmt-mp3).
 */
function main(): void {
  const { values } = parseArgs({
    options: {
      voice: { type: 'string', default: ENGLISH.voice },
      first: { type: 'string', default: ENGLISH.first },
      again: { type: 'string', default: ENGLISH.again },
      out: { type: 'string', default: path.join(repositoryRoot, ASSET) },
    },
  });
  const folder = mkdtempSync(path.join(tmpdir(), 'announcement-'));
  try {
    for (const { program, args } of recordingSteps(values, folder, values.out)) {
      execFileSync(program, args, { stdio: 'inherit' });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(`wrote ${path.relative(process.cwd(), values.out)}`);
}

main();
