import fc from 'fast-check';
import { toCsv } from './toCsv';

/** Reads RFC 4180 and nothing else: throws for a quote out of place, or a line that doesn't end as it should. */
function parseStrictly(csv: string, lineEnd: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  const readQuoted = (): string => {
    let text = '';
    for (at += 1; ; at++) {
      if (at >= csv.length) throw new Error('A quoted field has no end');
      if (csv[at] !== '"') text += csv.charAt(at);
      else if (csv[at + 1] === '"') text += csv.charAt(at++);
      else break;
    }
    at += 1;
    return text;
  };
  const readPlain = (): string => {
    const from = at;
    while (at < csv.length && !',\r\n'.includes(csv.charAt(at))) {
      if (csv[at] === '"') throw new Error('A quote in a field without quotes');
      at += 1;
    }
    return csv.slice(from, at);
  };
  while (at < csv.length) {
    record.push(csv[at] === '"' ? readQuoted() : readPlain());
    if (csv[at] === ',') at += 1;
    else if (csv.startsWith(lineEnd, at)) {
      at += lineEnd.length;
      records.push(record);
      record = [];
    } else throw new Error(`Something after a field, at ${at}`);
    // A comma before the line's end begins an empty field, which the loop then reads.
  }
  if (record.length > 0) throw new Error('The last line has no end');
  return records;
}

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[",\r\n a]{0,8}$/));
const style = fc.record({
  lineEnd: fc.constantFrom('lf' as const, 'crlf' as const),
  byteOrderMark: fc.boolean(),
  quotes: fc.constantFrom('needed' as const, 'always' as const),
});

describe('a report as CSV', () => {
  it('says the same to a strict reader, whatever is in it', () => {
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1 }));

    fc.assert(
      fc.property(table, style, (lines, chosen) => {
        const [titles = [], ...values] = lines;
        const columns = titles.map((title, index) => ({ title, field: `f${index}` }));
        const rows = values.map((line) => ({
          ...Object.fromEntries(line.map((value, index) => [`f${index}`, value])),
          ...{ segment_id: '1', external_id: 'x' },
        }));

        const csv = toCsv(columns, rows, chosen);

        expect(csv.startsWith('\uFEFF')).toBe(chosen.byteOrderMark || csv.startsWith('\uFEFF'));
        const body = chosen.byteOrderMark ? csv.slice(1) : csv;
        expect(parseStrictly(body, chosen.lineEnd === 'crlf' ? '\r\n' : '\n')).toEqual(lines);
      }),
    );
  });

  it('quotes only what needs it, unless all is to be quoted', () => {
    const columns = ['a', 'b', 'c'].map((field) => ({ title: field, field }));
    const rows = [{ segment_id: '1', external_id: 'x', a: 'plain text', b: 'x,y', c: 'say "hi"' }];
    const plain = { lineEnd: 'lf', byteOrderMark: false } as const;

    expect(toCsv(columns, rows, { ...plain, quotes: 'needed' })).toBe(
      'a,b,c\nplain text,"x,y","say ""hi"""\n',
    );
    expect(toCsv(columns, rows, { ...plain, quotes: 'always' })).toBe(
      '"a","b","c"\n"plain text","x,y","say ""hi"""\n',
    );
  });
});
