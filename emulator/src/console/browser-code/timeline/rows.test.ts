import { FIRST, shows } from './filter';
import { rowOfEntry } from './rowOfEntry';
import { rowOfEvent } from './rowOfEvent';

const TASK = `WT${'ab12'.repeat(8)}`;
const QUEUE = `WQ${'cd34'.repeat(8)}`;

describe('a line of the timeline', () => {
  it('tells a transfer by names', () => {
    const event = {
      sequence: 7,
      at: 1_000,
      type: 'task.transfer-initiated',
      task: { sid: TASK, channel: 'voice', status: 'assigned' },
      worker: { sid: 'WK1', name: 'alice' },
      transfer: { to: QUEUE, mode: 'WARM' },
    };
    expect(rowOfEvent(event, new Map([[QUEUE, 'Support']]))).toMatchObject({
      feed: 'events',
      sequence: 7,
      at: 1_000,
      kind: 'transfer',
      text: 'alice transfers to Support',
      detail: 'voice · WARM · WT…ab12',
    });
  });

  it.each([
    ['task-queue.entered', 'task'],
    ['task-queue.created', 'setup'],
    ['workflow.skipped', 'task'],
    ['workflow.created', 'setup'],
    ['worker.activity.update', 'worker'],
    ['worker.created', 'setup'],
    ['reservation.timeout', 'reservation'],
  ])('of %s is about a %s', (type, kind) => {
    expect(rowOfEvent({ type }, new Map()).kind).toBe(kind);
  });

  it('calls what it has no words for by its Twilio name', () => {
    expect(rowOfEvent({ type: 'task.system-deleted' }, new Map()).text).toBe('task.system-deleted');
  });

  it('tells what a page asked TaskRouter through its one address', () => {
    const entry = {
      sequence: 3,
      direction: 'in',
      host: 'event-bridge.us1.twilio.com',
      method: 'POST',
      path: '/v1/wschannels',
      body: { url: `Workspaces/WS1/Tasks/${TASK}`, method: 'GET' },
      status: 200,
      durationMs: 4,
      faults: [],
    };
    expect(rowOfEntry(entry)).toMatchObject({
      kind: 'request',
      text: 'GET Workspaces/WS1/Tasks/WT…ab12 → event-bridge.us1',
      detail: '200 · 4 ms',
    });
  });

  it.each([
    ['a lost answer', { direction: 'in', status: 0, hiddenStatus: 201, faults: ['lost-response'] }, 'fault'],
    ['a request nobody answers', { direction: 'in', status: 501, faults: [], note: 'unrouted' }, 'fault'],
    ['a webhook', { direction: 'out', status: 200, faults: [] }, 'webhook'],
  ])('of %s says so', (_, entry, kind) => {
    expect(rowOfEntry(entry).kind).toBe(kind);
  });

  it('says what the caller saw and what was hidden from it', () => {
    const entry = { status: 0, hiddenStatus: 201, durationMs: 1, faults: ['lost-response'] };
    expect(rowOfEntry(entry).detail).toBe('no answer (was 201) · 1 ms · fault: lost-response');
  });
});

describe('the filters', () => {
  const row = rowOfEvent(
    { type: 'reservation.created', worker: { name: 'bob' }, task: { sid: TASK } },
    new Map(),
  );

  it('find a text also in what only opening the line shows', () => {
    expect(shows({ ...FIRST, text: TASK.toLowerCase() }, row)).toBe(true);
    expect(shows({ ...FIRST, text: 'carol' }, row)).toBe(false);
  });

  it('leave out the kinds that are switched off', () => {
    expect(shows({ ...FIRST, kinds: new Set(['task']) }, row)).toBe(false);
  });
});
