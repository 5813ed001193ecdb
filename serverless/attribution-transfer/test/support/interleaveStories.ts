import { ACCEPTED, CREATE, FINISH, goOn, MARKED, type Step } from './interleaveSteps';

const DIES: Step = { let: 'die', which: 0 };
const OVERTAKES: Step = { let: 'overtake', which: 0 };
const LOST: Step = { start: 'events', arrange: 'lost' };
const BOB_ACCEPTS: Step = { happens: 'offer answered', accept: true };
const CANCEL: Step = { start: 'cancel' };
const TRANSFER: Step = { start: 'transfer' };
const claim = (tab: string): Step => ({ start: 'claim', tab });

/**
 * Schedules that chance meets too seldom, each the shortest that shows one rule missing. A create sends: claim, check of
 * the reservation, POST, record; a transfer: record read, check of the reservation, record, task read, task written.
 */
export const STORIES: readonly (readonly [string, readonly Step[]])[] = [
  [
    'somebody writes on the call between the mark’s read and its write',
    [...ACCEPTED, TRANSFER, ...goOn(4), { happens: 'other write' }, FINISH],
  ],
  [
    'the call is canceled while its mark is on its way',
    [...ACCEPTED, TRANSFER, ...goOn(3), CANCEL, OVERTAKES],
  ],
  [
    'a create dies past its POST, A gives up, Bob accepts, and no event tells',
    [CREATE, ...goOn(3), DIES, CANCEL, FINISH, BOB_ACCEPTS, LOST],
  ],
  [
    'A gives up before the POST is sent; its process dies past it, Bob accepts, and no event tells',
    [CREATE, ...goOn(2), CANCEL, OVERTAKES, ...goOn(1), DIES, BOB_ACCEPTS, LOST],
  ],
  [
    'A gives up and asks again before the first POST is sent',
    [CREATE, ...goOn(2), CANCEL, OVERTAKES, CREATE, OVERTAKES],
  ],
  [
    'a create dies past its POST, and A asks again when its lease is over',
    [CREATE, ...goOn(3), DIES, LOST, { passSeconds: 16 }, CREATE],
  ],
  [
    'the same, so late that the list does not show the task yet',
    [CREATE, ...goOn(2), { passSeconds: 7 }, ...goOn(1), DIES, { passSeconds: 3 }, CREATE],
  ],
  ['a create takes long, and A asks again', [CREATE, ...goOn(2), { passSeconds: 6 }, CREATE, OVERTAKES]],
  ['a cancel dies past its record, and A asks again', [...MARKED, CANCEL, ...goOn(2), DIES, CREATE]],
  ['two tabs claim', [...MARKED, claim('tab-number-1'), FINISH, claim('tab-number-2')]],
  [
    'the page dies after it has replayed, Bob takes the call, and no event tells',
    [
      ...MARKED,
      claim('tab-number-1'),
      FINISH,
      { happens: 'replay' },
      { passSeconds: 1 },
      { happens: 'call answered', accept: true },
      LOST,
    ],
  ],
];
