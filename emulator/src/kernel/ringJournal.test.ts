import type { JournalRecord } from './journal';
import { createJournal } from './ringJournal';
import { createVirtualClock } from './virtualClock';

const entry = (fields: Partial<JournalRecord> = {}): JournalRecord => ({
  direction: 'in',
  host: 'taskrouter.twilio.com',
  method: 'POST',
  path: '/v1/Workspaces/WS1/Tasks',
  pattern: '/v1/Workspaces/:workspaceSid/Tasks',
  query: [],
  status: 201,
  durationMs: 1,
  faults: [],
  ...fields,
});

const createTestJournal = (capacity?: number) => {
  const clock = createVirtualClock({ startMs: 7, mode: 'paused' });
  return createJournal(clock, capacity);
};

describe('the journal', () => {
  it('numbers entries and stamps them with virtual time', () => {
    const journal = createTestJournal();

    journal.record(entry());
    journal.record(entry({ status: 429 }));

    expect(journal.entries().map(({ sequence, at, status }) => [sequence, at, status])).toEqual([
      [1, 7, 201],
      [2, 7, 429],
    ]);
  });

  it('forgets the oldest beyond its capacity', () => {
    const journal = createTestJournal(3);

    for (let i = 0; i < 5; i++) journal.record(entry());

    expect(journal.entries().map(({ sequence }) => sequence)).toEqual([3, 4, 5]);
  });

  it('narrows by sequence, host, method, pattern, direction and kind', () => {
    const journal = createTestJournal();
    journal.record(entry());
    journal.record(entry({ host: 'sync.twilio.com' }));
    journal.record(entry({ method: 'GET' }));
    journal.record(entry({ direction: 'out', kind: 'assignment' }));
    const sequences = (filter: Parameters<typeof journal.entries>[0]) =>
      journal.entries(filter).map(({ sequence }) => sequence);

    expect(sequences({ since: 2 })).toEqual([3, 4]);
    expect(sequences({ host: 'sync.twilio.com' })).toEqual([2]);
    expect(sequences({ method: 'GET' })).toEqual([3]);
    expect(sequences({ direction: 'out' })).toEqual([4]);
    expect(sequences({ kind: 'assignment' })).toEqual([4]);
    expect(sequences({ pattern: '/other' })).toEqual([]);
  });

  it('counts calls per method, host and route', () => {
    const journal = createTestJournal();
    journal.record(entry());
    journal.record(entry({ path: '/v1/Workspaces/WS2/Tasks' }));

    expect(journal.counts()).toEqual({ 'POST taskrouter.twilio.com/v1/Workspaces/:workspaceSid/Tasks': 2 });
  });

  it('lets someone wait for the next entry that matches', async () => {
    const journal = createTestJournal();
    const waiting = journal.waitFor({ method: 'GET' }, 5_000);

    journal.record(entry());
    journal.record(entry({ method: 'GET' }));

    expect((await waiting).map(({ sequence }) => sequence)).toEqual([2]);
  });

  it('gives up waiting after the timeout', async () => {
    await expect(createTestJournal().waitFor({}, 5)).resolves.toEqual([]);
  });

  it('does not wait for what is there already', async () => {
    const journal = createTestJournal();
    journal.record(entry());

    expect(await journal.waitFor({}, 5_000)).toHaveLength(1);
  });

  it('keeps counting after it was cleared', () => {
    const journal = createTestJournal();
    journal.record(entry());
    journal.clear();
    journal.record(entry());

    expect(journal.entries().map(({ sequence }) => sequence)).toEqual([2]);
  });
});
