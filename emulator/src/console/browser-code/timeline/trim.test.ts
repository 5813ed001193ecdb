import type { Row } from './row';
import { MOST_OF_A_KIND, trim } from './trim';

const row = (kind: Row['kind'], sequence: number): Row => ({
  ...{ feed: 'journal', sequence, at: sequence, kind, text: '', detail: '', full: {} },
});

describe('the lines that are kept', () => {
  it('are the newest of each kind, whatever there is of the others', () => {
    const requests = Array.from({ length: MOST_OF_A_KIND + 50 }, (_, index) => row('request', 1_000 - index));
    const task = row('task', 1);

    const kept = trim([...requests, task]);

    expect(kept).toEqual([...requests.slice(0, MOST_OF_A_KIND), task]);
  });
});
