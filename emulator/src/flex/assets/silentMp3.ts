/** MPEG-1 Layer III, 32 kbit/s, 44.1 kHz, mono: 144 × 32,000 / 44,100 bytes a frame. */
const FRAME_HEADER = Buffer.from([0xff, 0xfb, 0x10, 0xc4]);
const FRAME_BYTES = 104;
const FRAMES = 10;

/** A quarter of a second of silence: ring tones play in the page, but make no sound and no noise in its console. */
export function createSilentMp3(): Buffer {
  const frame = Buffer.alloc(FRAME_BYTES);
  FRAME_HEADER.copy(frame);
  return Buffer.concat(Array.from({ length: FRAMES }, () => frame));
}
