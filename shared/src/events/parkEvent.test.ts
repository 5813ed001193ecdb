import { memoryStore } from '../store/memoryStore';
import { manualClock } from '../testing/manualClock';
import { silentLog } from '../testing/silentLog';
import { parkEvent } from './parkEvent';

const WEEK_MS = 7 * 24 * 3_600_000;

function open() {
  const clock = manualClock();
  const store = memoryStore(clock);
  const logged: unknown[] = [];
  const log = { ...silentLog, warn: (...line: unknown[]) => logged.push(line) };
  return { clock, store, logged, ports: { clock, store, log, ids: { next: () => 'an owner' } } };
}

it('notes the event by its id for a week', async () => {
  const { clock, store, logged, ports } = open();
  const at = clock.now();

  await parkEvent(ports, 'EZ1');

  expect(logged).toEqual([['event_parked', { eventId: 'EZ1' }]]);
  clock.advance(WEEK_MS - 1);
  expect((await store.get('parked-event:EZ1'))?.value).toEqual({ at });
  clock.advance(1);
  expect(await store.get('parked-event:EZ1')).toBeUndefined();
});

it('leaves the first note as it was when the event comes again', async () => {
  const { clock, store, ports } = open();
  const at = clock.now();
  await parkEvent(ports, 'EZ1');
  clock.advance(1_000);

  await parkEvent(ports, 'EZ1');

  expect((await store.get('parked-event:EZ1'))?.value).toEqual({ at });
});

it('logs one without an id, and keeps nothing of it', async () => {
  const { store, logged, ports } = open();

  await parkEvent(ports, undefined);

  expect(logged).toEqual([['event_parked', { eventId: undefined }]]);
  expect(await store.get('parked-event:undefined')).toBeUndefined();
});
