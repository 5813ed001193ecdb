import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { CallEvent } from '../src/recovery/event';
import { placeOf } from './phases';
import { arbitraryStory } from './world/arbitraryStory';
import { CUSTOMER, PEOPLE, THIRD_PARTY } from './world/people';
import { play } from './world/play';
import { Processes } from './world/processes';
import { after, drop, hangUp, look, ping, registered, SECOND, transferStarted } from './world/sampleCalls';

const PAGE = path.resolve(__dirname, '../../../docs/disconnect-recovery.md');

/** `a --> b : why` in the page's state diagram; `[*]` is a call nobody dropped from. */
function drawn(): string[] {
  const [, picture = ''] =
    /```mermaid\nstateDiagram-v2\n([\s\S]*?)```/.exec(readFileSync(PAGE, 'utf8')) ?? [];
  const arrows = [...picture.matchAll(/^\s*(\S+) --> (\S+)/gm)];
  return arrows.map(([, from = '', to = '']) => `${from} ${to}`.replaceAll('[*]', 'watching'));
}

/** Every step between phases that stories take, as the store sees them. */
async function taken(): Promise<Set<string>> {
  const steps = new Set<string>();
  const watch = Processes.onWrite;
  Processes.onWrite = (before, next) => {
    const from = before === undefined ? 'watching' : placeOf(before);
    if (from !== placeOf(next)) steps.add(`${from} ${placeOf(next)}`);
  };
  await fc.assert(
    fc.asyncProperty(arbitraryStory, fc.boolean(), async (story, lateMail) => {
      await play(story, { lateMail });
    }),
    { numRuns: 1_000 },
  );
  Processes.onWrite = watch;
  return steps;
}

const [, bob] = PEOPLE;
const bobIsOn: CallEvent = { ...registered, ...bob };
const transfer: CallEvent = { ...hangUp, intent: 'transfer' };
const bobDrops: CallEvent = { ...drop, callSid: bob.callSid, dropId: 'another drop' };
const coming = look({ otherWorker: 'coming' });
const accepted: CallEvent = { type: 'ping_accepted', taskSid: ping.taskSid };
const queued: CallEvent = { type: 'queued', taskSid: SECOND };
const pinging = [registered, drop, look()];
const told: CallEvent = { type: 'announced' };
const over = [...pinging, told, bobIsOn];

/** One way to each step of the picture: what was, and what then happens. */
const WAYS: readonly (readonly [string, readonly CallEvent[], CallEvent])[] = [
  ['watching examining', [registered], drop],
  ['watching suspended', [registered, transfer], drop],
  ['examining watching', [registered, drop], look({ workerOn: true })],
  ['examining pinging', [registered, drop], look()],
  ['examining suspended', [registered, drop], coming],
  ['examining moving', [{ ...drop, callSid: THIRD_PARTY }], look()],
  ['examining ended', [registered, drop], hangUp],
  ['pinging moving', [...pinging, ping], accepted],
  ['pinging suspended', pinging, transferStarted],
  ['pinging ended', pinging, { ...drop, callSid: CUSTOMER }],
  ['suspended pinging', [registered, drop, coming], look()],
  ['suspended moving', [{ ...drop, callSid: THIRD_PARTY }, coming], look()],
  ['suspended ended', [registered, drop, coming], hangUp],
  ['suspended watching', [registered, drop, coming], bobIsOn],
  ['moving queued', [...pinging, ping, accepted], queued],
  ['moving ended', [...pinging, ping, accepted], { type: 'customer_gone' }],
  ['queued ended', [...pinging, ping, accepted, queued], { type: 'line_left', taskSid: SECOND }],
  ['ended examining', over, bobDrops],
  ['ended suspended', [...over, { ...transfer, workerSid: bob.workerSid }], bobDrops],
];

describe('the picture of a recovery', () => {
  it('has no step that cannot be taken', () => {
    expect(drawn().sort()).toEqual(WAYS.map(([step]) => step).sort());
  });

  it.each(WAYS)('has %s, which this takes', (step, before, event) => {
    expect(`${placeOf(after(...before))} ${placeOf(after(...before, event))}`).toBe(step);
  });

  it('has every step that stories take', async () => {
    const missing = [...(await taken())].filter((step) => !drawn().includes(step));

    expect(missing).toEqual([]);
  });
});
