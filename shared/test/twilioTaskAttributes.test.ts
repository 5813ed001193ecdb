import { TaskSid } from '../src/contracts';
import { AttributesTooLarge } from '../src/twilio';
import { type ContactCentre, startContactCentre } from './twilioContactCentre';

const mark = (attributes: object) => ({ ...attributes, mark: true });

describe('updateTaskAttributes, through the SDK, at the local Twilio', () => {
  let centre: ContactCentre;
  beforeEach(async () => {
    centre = await startContactCentre();
  });
  afterEach(() => centre.stop());

  const attributesOf = async (taskSid: string): Promise<unknown> =>
    JSON.parse((await centre.sdk.tasks(taskSid).fetch()).attributes);

  it('merges with one read and one conditional write', async () => {
    const { taskSid } = await centre.offerTask({ kept: 1 });
    const since = centre.local.journal.sequence;

    const outcome = await centre.port().updateTaskAttributes(taskSid, mark);

    expect(centre.callsSince(since)).toEqual(['GET 200', 'POST 200']);
    expect(outcome).toMatchObject({ updated: true, attributes: { kept: 1, mark: true } });
    expect(await attributesOf(taskSid)).toEqual({ kept: 1, mark: true });
    expect((await centre.port().fetchTask(taskSid))?.version).toBe(outcome?.version);
  });

  it('writes nothing when there is nothing to change', async () => {
    const { taskSid } = await centre.offerTask({ kept: 1 });
    const since = centre.local.journal.sequence;

    const outcome = await centre.port().updateTaskAttributes(taskSid, () => undefined);

    expect(centre.callsSince(since)).toEqual(['GET 200']);
    expect(outcome).toMatchObject({ updated: false, attributes: { kept: 1 } });
  });

  it('loses nothing of a blind writer who gets in between again and again', async () => {
    const { taskSid } = await centre.offerTask({ kept: 1 });
    let blind = 0;
    const writeBlindly = () => {
      blind += 1;
      return centre.sdk.tasks(taskSid).update({ attributes: JSON.stringify({ kept: 1, blind }) });
    };

    const outcome = await centre.portInterruptedBy(writeBlindly, 5).updateTaskAttributes(taskSid, mark);

    expect(outcome?.updated).toBe(true);
    expect(await attributesOf(taskSid)).toEqual({ kept: 1, blind: 5, mark: true });
  });

  it('loses nothing of other writers who get in between', async () => {
    const { taskSid } = await centre.offerTask({ kept: 1 });
    const others = ['a', 'b', 'c', 'd'];

    await Promise.all(
      others.map((name) =>
        centre.port().updateTaskAttributes(taskSid, (found) => ({ ...found, [name]: true })),
      ),
    );

    expect(await attributesOf(taskSid)).toEqual({ kept: 1, a: true, b: true, c: true, d: true });
  });

  it.each([
    ['a lost answer', { type: 'lost-response' }],
    ['a 5xx after the effect', { type: 'status-after', status: 503 }],
    ['a 5xx before the effect', { type: 'status', status: 503 }],
    ['a cut connection', { type: 'refuse' }],
    ['429', { type: 'status', status: 429 }],
  ] as const)('writes in spite of %s', async (_name, effect) => {
    const { taskSid } = await centre.offerTask({ count: 0 });
    centre.local.faults.add({ match: { method: 'POST' }, times: 1, effect });

    const outcome = await centre
      .port()
      .updateTaskAttributes(taskSid, (found) => (found['count'] === 0 ? { ...found, count: 1 } : undefined));

    expect(outcome).toMatchObject({ updated: true, attributes: { count: 1 } });
    expect(await attributesOf(taskSid)).toEqual({ count: 1 });
  });

  it('gives up, as temporary, when the task never keeps still', async () => {
    const { taskSid } = await centre.offerTask();
    centre.local.faults.add({
      match: { method: 'POST' },
      effect: { type: 'status', status: 412, code: 20412 },
    });

    const update = centre.port().updateTaskAttributes(taskSid, mark);

    await expect(update).rejects.toMatchObject({ reason: 'conflict', code: 'twilio_unavailable' });
    expect(await attributesOf(taskSid)).toEqual({});
  });

  it('has nothing for a task that is gone', async () => {
    const gone = TaskSid.parse(`WT${'0'.repeat(32)}`);

    expect(await centre.port().updateTaskAttributes(gone, mark)).toBeUndefined();
  });

  it('refuses what would not fit, and leaves the task as it is', async () => {
    const { taskSid } = await centre.offerTask({ kept: 1 });
    const change = () => ({ text: 'x'.repeat(4_100) });

    const update = centre.port().updateTaskAttributes(taskSid, change);

    await expect(update).rejects.toBeInstanceOf(AttributesTooLarge);
    expect(await attributesOf(taskSid)).toEqual({ kept: 1 });
  });
});
