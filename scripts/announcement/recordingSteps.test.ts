import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ANNOUNCEMENT_MS } from '../../serverless/disconnect-recovery/src/recovery/rules';
import { repositoryRoot } from '../services/repositoryRoot';
import { ENGLISH, recordingSteps } from './recordingSteps';

const asset = readFileSync(
  path.join(repositoryRoot, 'serverless/disconnect-recovery/src/assets/connection-interrupted.mp3'),
);
const BYTES_PER_SECOND = 16_000 / 8;

describe('the recording that callers hear', () => {
  it('is spoken in the voice and the words it is given, however they begin', () => {
    const wording = { voice: 'de', first: '-s ist kein Schalter', again: 'Bitte warten.' };

    const [first, again] = recordingSteps(wording, '/tmp/x', 'out.mp3');

    expect(first?.args).toEqual(expect.arrayContaining(['-v', 'de']));
    expect(first?.args.slice(-2)).toEqual(['--', wording.first]);
    expect(again?.args.at(-1)).toBe(wording.again);
  });

  it('is made for telephones, into the file that was asked for', () => {
    const last = recordingSteps(ENGLISH, '/tmp/x', 'out.mp3').at(-1);

    expect(last?.args.join(' ')).toContain('-r 8000 -c 1 -C 16 out.mp3');
  });

  it('is an MP3 that is over when the service starts it anew, and not long before', () => {
    const frame = asset.readUInt16BE(0);
    const ms = (asset.byteLength / BYTES_PER_SECOND) * 1_000;

    // Eleven bits that begin every frame (ISO/IEC 11172-3).
    expect(frame & 0xffe0).toBe(0xffe0);
    expect(ms).toBeLessThan(ANNOUNCEMENT_MS);
    expect(ms).toBeGreaterThan(ANNOUNCEMENT_MS * 0.8);
  });
});
