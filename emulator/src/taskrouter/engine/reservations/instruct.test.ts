import type { GivenInstruction } from '../operations';
import { createContactCentre, type ContactCentre } from '../testing/createContactCentre';
import { refusalOf } from '../testing/refusalOf';

const openCentre = async (): Promise<ContactCentre & { offerSid: string; given: GivenInstruction[] }> => {
  const centre = createContactCentre();
  centre.addWorkflow({ default_filter: { queue: centre.addQueue().sid } });
  centre.addWorker('Alice');
  const { sid } = centre.createTask();
  await centre.pass();
  const given: GivenInstruction[] = [];
  centre.engine.onInstruction((instruction) => given.push(instruction));
  return { ...centre, offerSid: centre.offerOf(sid).sid, given };
};

describe('an instruction', () => {
  it.each(['conference', 'call', 'dequeue', 'redirect'])(
    '%s accepts the reservation and is handed on as data',
    async (instruction) => {
      const { workspace, offerSid, given } = await openCentre();

      const reservation = workspace.reservations.update(offerSid, {
        instruction,
        instructionParameters: { From: 'client:alice' },
      });

      const expected = { name: instruction, parameters: { From: 'client:alice' } };
      expect(reservation).toMatchObject({ reservationStatus: 'accepted', instruction: expected, version: 1 });
      expect(given).toMatchObject([{ instruction: expected, reservation: { sid: offerSid } }]);
    },
  );

  it('reject moves the worker to the activity it names', async () => {
    const { workspace, offerSid, given, activity } = await openCentre();

    const reservation = workspace.reservations.update(offerSid, {
      instruction: 'reject',
      workerActivitySid: activity('Offline').sid,
    });

    expect(reservation.reservationStatus).toBe('rejected');
    expect(workspace.workers.get(reservation.workerSid).activityName).toBe('Offline');
    expect(given).toEqual([]);
  });

  it('supervise leaves an accepted reservation as it is', async () => {
    const { workspace, offerSid, given } = await openCentre();
    const tooEarly = refusalOf(() => workspace.reservations.update(offerSid, { instruction: 'supervise' }));
    workspace.reservations.update(offerSid, { instruction: 'accept' });

    const reservation = workspace.reservations.update(offerSid, { instruction: 'supervise' });

    expect(tooEarly.code).toBe(20001);
    expect(reservation.reservationStatus).toBe('accepted');
    expect(given).toMatchObject([{ instruction: { name: 'supervise' } }]);
  });

  it('is refused when unknown, and leaves the reservation as it was', async () => {
    const { workspace, offerSid } = await openCentre();

    const refusal = refusalOf(() => workspace.reservations.update(offerSid, { instruction: 'teleport' }));

    expect(refusal).toMatchObject({ status: 400, code: 20001 });
    expect(workspace.reservations.get(offerSid)).toMatchObject({ reservationStatus: 'pending', version: 0 });
  });
});
