import { ReservationSid, TaskSid } from '../src/contracts';
import { type ContactCentre, startContactCentre } from './twilioContactCentre';

const FIVE_MINUTES = 300_000;

describe('ending work, through the SDK, at the local Twilio', () => {
  let centre: ContactCentre;
  beforeEach(async () => {
    centre = await startContactCentre();
  });
  afterEach(() => centre.stop());

  const statusOf = async (taskSid: string) => (await centre.sdk.tasks(taskSid).fetch()).assignmentStatus;

  describe('closeTask', () => {
    it('cancels a task that nobody accepted yet, with one read and one write', async () => {
      const { taskSid } = await centre.offerTask();
      const since = centre.local.journal.sequence;

      expect(await centre.port().closeTask(taskSid, 'given up')).toBe('canceled');

      expect(centre.callsSince(since)).toEqual(['GET 200', 'POST 200']);
      expect(await centre.sdk.tasks(taskSid).fetch()).toMatchObject({
        assignmentStatus: 'canceled',
        reason: 'given up',
      });
    });

    it('completes a task that an agent has accepted, because it cannot be canceled any more', async () => {
      const { taskSid } = await centre.assignTask();

      expect(await centre.port().closeTask(taskSid, 'done')).toBe('completed');
      expect(await statusOf(taskSid)).toBe('completed');
    });

    it('is harmless a second time, and after Twilio has deleted the task', async () => {
      const { taskSid } = await centre.offerTask();
      await centre.port().closeTask(taskSid, 'given up');

      expect(await centre.port().closeTask(taskSid, 'again')).toBe('canceled');
      await centre.local.clock.advance(FIVE_MINUTES);
      expect(await centre.port().closeTask(taskSid, 'again')).toBe('gone');
    });

    it('completes a task that is accepted between the reading and the writing', async () => {
      const { taskSid, reservationSid } = await centre.offerTask();
      const accept = () =>
        centre.sdk.tasks(taskSid).reservations(reservationSid).update({ reservationStatus: 'accepted' });

      expect(await centre.portInterruptedBy(accept).closeTask(taskSid, 'given up')).toBe('completed');
      expect(await statusOf(taskSid)).toBe('completed');
    });

    it.each([
      ['a lost answer', { type: 'lost-response' }],
      ['a 5xx after the effect', { type: 'status-after', status: 500 }],
      ['a 5xx before the effect', { type: 'status', status: 500 }],
    ] as const)('ends the task in spite of %s', async (_name, effect) => {
      const { taskSid } = await centre.assignTask();
      centre.local.faults.add({ match: { method: 'POST' }, times: 1, effect });

      expect(await centre.port().closeTask(taskSid, 'done')).toBe('completed');
    });

    it('throws when Twilio keeps refusing', async () => {
      const { taskSid } = await centre.assignTask();
      centre.local.faults.add({
        match: { method: 'POST' },
        effect: { type: 'status', status: 400, code: 20001 },
      });

      await expect(centre.port().closeTask(taskSid, 'done')).rejects.toMatchObject({ reason: 'refused' });
    });
  });

  describe('completeReservation', () => {
    it("frees the agent's capacity with one call", async () => {
      const { taskSid, reservationSid } = await centre.assignTask();
      const since = centre.local.journal.sequence;

      expect(await centre.port().completeReservation(taskSid, reservationSid)).toBe('completed');

      expect(centre.callsSince(since)).toEqual(['POST 200']);
      const channel = await centre.sdk.workers(centre.workerSid).workerChannels('default').fetch();
      expect(channel.assignedTasks).toBe(0);
    });

    it('is harmless a second time', async () => {
      const { taskSid, reservationSid } = await centre.assignTask();
      await centre.port().completeReservation(taskSid, reservationSid);

      expect(await centre.port().completeReservation(taskSid, reservationSid)).toBe('completed');
    });

    it('has nothing to do when the task is gone', async () => {
      const task = TaskSid.parse(`WT${'0'.repeat(32)}`);
      const reservation = ReservationSid.parse(`WR${'0'.repeat(32)}`);

      expect(await centre.port().completeReservation(task, reservation)).toBe('gone');
    });

    it('does not call a reservation completed that was never accepted', async () => {
      const { taskSid, reservationSid } = await centre.offerTask();

      const complete = centre.port().completeReservation(taskSid, reservationSid);

      await expect(complete).rejects.toMatchObject({ reason: 'refused' });
    });
  });
});
