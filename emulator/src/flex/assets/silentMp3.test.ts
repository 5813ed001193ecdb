import { createSilentMp3 } from './silentMp3';

describe('the silent ring tone', () => {
  it('is a row of MPEG audio frames, each where the one before says it ends', () => {
    const mp3 = createSilentMp3();
    const frameBytes = Math.floor((144 * 32_000) / 44_100);

    expect(mp3.length % frameBytes).toBe(0);
    for (let at = 0; at < mp3.length; at += frameBytes) expect(mp3.readUInt16BE(at) >> 5).toBe(0x7ff);
  });
});
