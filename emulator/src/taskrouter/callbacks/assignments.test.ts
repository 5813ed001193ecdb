import { createSmallCentre, type SmallCentre } from '../../../test/createSmallCentre';
import { createTestContext, type TestContext } from '../../../test/createTestContext';
import type { DeliveryOutcome, Webhook } from '../../kernel/webhook';
import type { Reservation } from '../engine/model';
import { deliverWorkspaceCallbacks } from './deliverWorkspaceCallbacks';

const MAIN = 'https://example.com/assignment';
const FALLBACK = 'https://example.com/fallback';
const ok = (instruction: object, contentType = 'application/json'): DeliveryOutcome => ({
  status: 200,
  body: JSON.stringify(instruction),
  contentType,
});
const EMPTY: DeliveryOutcome = { status: 200, body: '' };

describe('assignment callback', () => {
  let context: TestContext;
  let centre: SmallCentre;
  const open = (answer: (webhook: Webhook) => DeliveryOutcome): void => {
    context = createTestContext(answer);
    centre = createSmallCentre(context);
    centre.workspace.workflows.update(centre.workflowSid, {
      assignmentCallbackUrl: MAIN,
      fallbackAssignmentCallbackUrl: FALLBACK,
    });
    deliverWorkspaceCallbacks(context, centre.engine);
  };
  /** A task is created, and everything due at this instant has happened. */
  const reserve = async (): Promise<Reservation> => {
    const task = await centre.createTask('{"call":"CA1"}');
    const [reservation] = centre.workspace.reservations.ofTask(task.sid);
    if (reservation === undefined) throw new Error('The task was not reserved');
    return centre.workspace.reservations.get(reservation.sid);
  };
  const urls = (): string[] => context.sent.map(({ url }) => url);

  it('asks with the documented form fields, five seconds to answer', async () => {
    open(() => EMPTY);

    const reservation = await reserve();

    expect(context.sent).toEqual([
      {
        url: MAIN,
        method: 'POST',
        kind: 'assignment',
        timeoutMs: 5_000,
        form: {
          Timestamp: '1767225600',
          AccountSid: context.accountSid,
          WorkspaceSid: centre.workspace.sid,
          WorkflowSid: centre.workflowSid,
          TaskQueueSid: centre.queueSid,
          WorkerSid: centre.workerSid,
          WorkerName: 'alice',
          WorkerAttributes: '{"bpo":"one"}',
          TaskSid: reservation.taskSid,
          TaskAttributes: '{"call":"CA1"}',
          TaskAge: '0',
          TaskPriority: '0',
          TaskChannelSid: centre.workspace.tasks.get(reservation.taskSid).taskChannelSid,
          TaskChannelUniqueName: 'default',
          ReservationSid: reservation.sid,
        },
      },
    ]);
  });

  it.each([EMPTY, ok({})])('leaves the reservation pending on an empty 200: %j', async (answer) => {
    open(() => answer);

    expect((await reserve()).reservationStatus).toBe('pending');
    expect(urls()).toEqual([MAIN]);
  });

  it('accepts the reservation when told', async () => {
    open(() => ok({ instruction: 'accept' }));

    expect((await reserve()).reservationStatus).toBe('accepted');
  });

  it('rejects the reservation and moves the worker to the activity the answer names', async () => {
    open(() => ok({ instruction: 'reject', activity_sid: centre.offlineSid }));

    expect((await reserve()).reservationStatus).toBe('rejected');
    expect(centre.workspace.workers.get(centre.workerSid).activitySid).toBe(centre.offlineSid);
  });

  it('hands other instructions to the engine with their parameters as texts', async () => {
    open(() => ok({ instruction: 'conference', from: '+15550100', end_conference_on_exit: false }));

    expect((await reserve()).instruction).toEqual({
      name: 'conference',
      parameters: { from: '+15550100', end_conference_on_exit: 'false' },
    });
  });

  it.each<[string, DeliveryOutcome]>([
    ['another status than 200', { status: 204, body: '' }],
    ['no answer', { status: 'no-answer' }],
    ['a body that is no JSON', { status: 200, body: '<html>', contentType: 'application/json' }],
    ['JSON that is labelled otherwise', ok({ instruction: 'reject' }, 'text/html')],
    ['JSON that is not labelled', { status: 200, body: '{"instruction":"reject"}' }],
    ['an unknown instruction', ok({ instruction: 'dance' })],
    ['an activity that is no text', ok({ instruction: 'reject', activity_sid: 7 })],
    ['an activity that does not exist', ok({ instruction: 'reject', activity_sid: `WA${'0'.repeat(32)}` })],
  ])('asks the fallback URL after %s', async (_what, answer) => {
    open(({ url }) => (url === MAIN ? answer : ok({ instruction: 'accept' })));

    expect((await reserve()).reservationStatus).toBe('accepted');
    expect(urls()).toEqual([MAIN, FALLBACK]);
  });

  it('leaves the reservation to its timeout when the fallback fails too', async () => {
    open(() => ({ status: 500, body: '' }));

    expect((await reserve()).reservationStatus).toBe('pending');
    expect(urls()).toEqual([MAIN, FALLBACK]);
  });

  it('ignores an answer that comes too late', async () => {
    open(() => {
      const [pending] = centre.workspace.reservations.ofWorker(centre.workerSid);
      centre.workspace.reservations.update(pending?.sid ?? '', { reservationStatus: 'accepted' });
      return ok({ instruction: 'reject' });
    });

    expect((await reserve()).reservationStatus).toBe('accepted');
    expect(urls()).toEqual([MAIN]);
  });
});
