import { TaskSid } from '@patchbay/shared/contracts';
import { readReport } from './readReport';
import { segmentsByTask } from './segmentsByTask';

const [ONE, TWO] = [TaskSid.parse(`WT${'1'.repeat(32)}`), TaskSid.parse(`WT${'2'.repeat(32)}`)];
const idsOf = (csv: string, column?: string): readonly string[] =>
  segmentsByTask(readReport(csv, column), [ONE]).get(ONE) ?? [];

describe('the segments of a report about one task', () => {
  it.each<[string, string, readonly string[]]>([
    ['plain lines', 'Segment,Agent\n1,Ann\n2,Bob\n', ['1', '2']],
    ['no line end at the end', 'Segment\n1\n2', ['1', '2']],
    ['CRLF', 'Segment\r\n1\r\n2\r\n', ['1', '2']],
    ['bare CR', 'Segment\r1\r2\r', ['1', '2']],
    ['line ends of several kinds', 'Segment\r\n1\n2\r3\r\n', ['1', '2', '3']],
    ['a BOM', '\ufeffSegment\n1\n', ['1']],
    ['a BOM before a quoted header', '\ufeff"Segment"\n"1"\n', ['1']],
    ['quotes', '"Segment","Agent"\n"1","Ann"\n"2","Bob"\n', ['1', '2']],
    ['commas in quotes', 'Segment,Agent\n"1,000","Adams, Ann"\n2,"Brown, Bob"\n', ['1,000', '2']],
    ['quotes in quotes', 'Segment,Agent\n"a ""b"" c",Ann\n2,"Bob ""B"" Brown"\n', ['a "b" c', '2']],
    ['newlines in quotes', 'Segment,Note\n1,"first\nsecond"\n2,"third\r\nfourth"\n3,x\n', ['1', '2', '3']],
    ['a newline in the header', '"Segment\nID",Note\n1,x\n', ['1']],
    ['a quote amid a field', 'Segment,Agent\n1,Ann "A" Adams\n2,Bob\n', ['1', '2']],
    ['segments restated', 'Segment\n1\n2\n1\n3\n2\n', ['1', '2', '3']],
    ['blanks around', 'Segment\n 1 \n2\t\n', ['1', '2']],
    ['empty cells', 'Segment,Agent\n,Ann\n"",Bob\n  ,Eve\n3,Sam\n', ['3']],
    ['blank lines', 'Segment\n\n1\n\n\n2\n', ['1', '2']],
    ['rows of unequal length', 'Segment,Agent\n1\n2,Bob,more,and more\n', ['1', '2']],
    ['a header only', 'Segment,Agent\n', []],
    ['nothing', '', []],
    ['letters of every kind', 'Segment\nž-☎-𝄞\n', ['ž-☎-𝄞']],
  ])('with %s', (_what, csv, expected) => {
    expect(idsOf(csv)).toEqual(expected);
  });

  it('are in the first column that is not the External ID’s, and that task’s only', () => {
    const csv = `External ID,Segment\n${ONE},1\n${TWO},2\n${ONE},3\n`;

    expect(idsOf(csv, 'External ID')).toEqual(['1', '3']);
  });

  it('are the whole report’s when it lacks the configured column', () => {
    expect(idsOf('Segment,Agent\n1,Ann\n', 'External ID')).toEqual(['1']);
  });

  it.each(['Segment\n"1\n2\n', '"'])('cannot be read from a file that was cut off: %j', (csv) => {
    expect(() => idsOf(csv)).toThrow(expect.objectContaining({ code: 'report_failed' }) as Error);
  });
});

describe('the segments of a report about several tasks', () => {
  it('go to each task, in report order', () => {
    const report = readReport(
      `Segment,Task\n1,${TWO}\n2,${ONE}\n3,${TWO}\n1,${TWO}\n9,somebody else\n`,
      'Task',
    );

    expect([...segmentsByTask(report, [ONE, TWO])]).toEqual([
      [ONE, ['2']],
      [TWO, ['1', '3']],
    ]);
  });

  it('belong to nobody when the report does not say to whom', () => {
    const report = readReport('Segment\n1\n', 'Task');

    expect(report.hasExternalIds).toBe(false);
    expect([...segmentsByTask(report, [ONE, TWO]).values()]).toEqual([[], []]);
  });
});
