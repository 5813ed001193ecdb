import { createLineBuffer } from './lineBuffer';

describe('the lines of a process', () => {
  it('joins pieces to lines and shows an unfinished one last', () => {
    const buffer = createLineBuffer();
    expect(buffer.push('one\ntw')).toEqual(['one']);
    expect(buffer.push('o\r\nthr')).toEqual(['two']);
    expect(buffer.last(2)).toEqual(['two', 'thr']);
  });

  it('leaves out what would clear or colour the screen of whoever reads them', () => {
    const buffer = createLineBuffer();
    expect(buffer.push('\u001b[2J\u001b[3J\u001b[HCompiling\n\u001b[31mfailed')).toEqual(['Compiling']);
    expect(buffer.last(1)).toEqual(['failed']);
  });

  it('keeps the newest 500 lines and cuts long ones', () => {
    const buffer = createLineBuffer();
    buffer.push(Array.from({ length: 600 }, (_, index) => `${index}\n`).join(''));
    buffer.push(`${'x'.repeat(10_000)}\n`);
    expect(buffer.last(1_000)).toHaveLength(500);
    expect(buffer.last(2)).toEqual(['599', 'x'.repeat(4_000)]);
  });

  it('does not grow without bound on output without a line break', () => {
    const buffer = createLineBuffer();
    for (let index = 0; index < 100; index += 1) buffer.push('x'.repeat(1_000));
    expect(buffer.last(1)[0]!.length).toBeLessThanOrEqual(4_000);
  });
});
