import fc from 'fast-check';

/** One thing that happens in a schedule. What makes no sense at that moment does nothing. */
export type Step =
  /** A request is started; it stands before its first request to Twilio. */
  | { readonly start: 'create'; readonly idempotencyKey: string | undefined }
  | { readonly start: 'claim'; readonly tab: string }
  | { readonly start: 'report'; readonly outcome: 'transferred' | 'failed' }
  | { readonly start: 'cancel' | 'transfer' | 'status' }
  | { readonly start: 'events'; readonly arrange: keyof typeof ARRANGEMENTS }
  /** A process goes on by one request, overtakes the others, or dies; or all run to their ends. */
  | { readonly let: 'go on' | 'overtake' | 'die'; readonly which: number }
  | { readonly let: 'finish' }
  /** People and pages act on TaskRouter. */
  | { readonly happens: 'offer answered' | 'call answered'; readonly accept: boolean }
  | { readonly happens: 'replay' | 'hang-up' | 'other write' }
  | { readonly passSeconds: number };

type Events = readonly unknown[];

/** What Event Streams may do to events. */
export const ARRANGEMENTS = {
  all: (events: Events) => events,
  twice: (events: Events) => [...events, ...events],
  reversed: (events: Events) => [...events].reverse(),
  lost: (): Events => [],
};

export const CREATE: Step = { start: 'create', idempotencyKey: undefined };
export const FINISH: Step = { let: 'finish' };
const OFFERED: readonly Step[] = [CREATE, FINISH];
export const ACCEPTED: readonly Step[] = [...OFFERED, { happens: 'offer answered', accept: true }];
export const MARKED: readonly Step[] = [...ACCEPTED, { start: 'transfer' }, FINISH];

const accept = fc.boolean();
const which = fc.nat({ max: 4 });
const seconds = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 20 }) },
  { weight: 1, arbitrary: fc.constant(130) },
);

const request: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      start: fc.constant('create' as const),
      idempotencyKey: fc.constantFrom(undefined, undefined, 'click-0001'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      start: fc.constant('claim' as const),
      tab: fc.constantFrom('tab-number-1', 'tab-number-2'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      start: fc.constant('report' as const),
      outcome: fc.constantFrom('transferred' as const, 'failed' as const),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      start: fc.constantFrom('cancel' as const, 'transfer' as const, 'transfer' as const, 'status' as const),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      start: fc.constant('events' as const),
      arrange: fc.constantFrom(
        'all' as const,
        'all' as const,
        'twice' as const,
        'reversed' as const,
        'lost' as const,
      ),
    }),
  },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 19, arbitrary: request },
  { weight: 14, arbitrary: fc.record({ let: fc.constant('go on' as const), which }) },
  { weight: 10, arbitrary: fc.record({ let: fc.constant('overtake' as const), which }) },
  { weight: 2, arbitrary: fc.record({ let: fc.constant('die' as const), which }) },
  { weight: 3, arbitrary: fc.constant(FINISH) },
  { weight: 4, arbitrary: fc.record({ happens: fc.constant('offer answered' as const), accept }) },
  { weight: 3, arbitrary: fc.record({ happens: fc.constant('call answered' as const), accept }) },
  {
    weight: 4,
    arbitrary: fc.record({
      happens: fc.constantFrom('replay' as const, 'replay' as const, 'other write' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ happens: 'hang-up' }) },
  { weight: 3, arbitrary: fc.record({ passSeconds: seconds }) },
);

/** The process that ran last goes on by so many requests. */
export const goOn = (times: number): Step[] =>
  Array.from({ length: times }, () => ({ let: 'go on', which: 0 }));

/** Something that is over at once: a request while all others stand, or what somebody else does. */
const interjection: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { weight: 5, arbitrary: request.map((fast): readonly Step[] => [fast, { let: 'overtake', which: 0 }]) },
  { weight: 2, arbitrary: fc.constant<readonly Step[]>([{ happens: 'other write' }]) },
  { weight: 1, arbitrary: fc.constant<readonly Step[]>([{ happens: 'offer answered', accept: true }]) },
  // Not long enough for a lease to run out, nor for the deadline of the one that stands.
  { weight: 1, arbitrary: fc.constant<readonly Step[]>([{ passSeconds: 6 }]) },
);

/** How one that was overtaken ends; a dying one may send one more request first. */
const ending = fc.constantFrom<readonly Step[]>(
  [{ let: 'overtake', which: 0 }],
  [{ let: 'go on', which: 0 }],
  [{ let: 'die', which: 0 }],
  [...goOn(1), { let: 'die', which: 0 }],
);

/** One request is overtaken by others in the middle of its work, and then goes on or dies. */
const race: fc.Arbitrary<readonly Step[]> = fc
  .tuple(request, fc.nat({ max: 5 }), fc.array(interjection, { minLength: 1, maxLength: 3 }), ending)
  .map(([slow, requests, meanwhile, end]) => [slow, ...goOn(requests), ...meanwhile.flat(), ...end]);

/** How far a create comes before its process dies: to its claim, to the check of the reservation, past the POST. */
const killed = fc
  .integer({ min: 1, max: 3 })
  .map((requests): readonly Step[] => [CREATE, ...goOn(requests), { let: 'die', which: 0 }]);

/** What people and Event Streams do about a create that nobody answered. */
const aftermath = fc.constantFrom<readonly Step[]>(
  [{ start: 'cancel' }, FINISH],
  [{ happens: 'offer answered', accept: true }],
  [{ start: 'events', arrange: 'lost' }],
  [{ passSeconds: 11 }],
  [CREATE, FINISH],
);

/** A create is killed, and its caller gives up or asks again while the events may be lost. */
const orphan: fc.Arbitrary<readonly Step[]> = fc
  .tuple(killed, fc.array(aftermath, { minLength: 3, maxLength: 6 }))
  .map(([beginning, after]) => [...beginning, ...after.flat()]);

const fragment = fc.oneof(
  { weight: 4, arbitrary: step.map((one): readonly Step[] => [one]) },
  { weight: 3, arbitrary: race },
);

const further = fc.array(fragment, { minLength: 1, maxLength: 25, size: 'max' });

/** A schedule from A's click on, or from further on: an offer, B's acceptance, the mark, a killed create. */
export const schedule: fc.Arbitrary<readonly Step[]> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom<readonly Step[]>([], OFFERED, ACCEPTED, MARKED), further)
      .map(([before, fragments]) => [...before, ...fragments.flat()]),
  },
  { weight: 1, arbitrary: orphan },
);
