import { openVoiceApi, refusal, type VoiceApi } from './voiceApi';
import { NUMBER, openVoiceCentre, type VoiceCentre } from './voiceCentre';

let centre: VoiceCentre;
let api: VoiceApi;

beforeEach(async () => {
  centre = await openVoiceCentre();
  api = openVoiceApi(centre);
});

afterEach(async () => {
  api.stop();
  await centre.stop();
});

const findQueue = async () => {
  const [queue] = await api.client.queues.list();
  return queue!;
};

/** The number from now on: in line, or told why not. */
const answerCalls = () =>
  centre.admin('POST', '/phone-numbers', {
    number: NUMBER,
    twiml: `<Response><Enqueue workflowSid="${centre.workflowSid}" action="${centre.receiver.origin}/action"/></Response>`,
  });

describe('the line of a workflow', () => {
  it('is found by its name, which is the workflow', async () => {
    const found = await Promise.all(
      [centre.workflowSid, `WW${'0'.repeat(32)}`].map(async (name) =>
        (await centre.rest('GET', `Queues.json?FriendlyName=${name}`)).json(),
      ),
    );

    const { sid } = await findQueue();
    expect(found).toMatchObject([{ queues: [{ sid, friendly_name: centre.workflowSid }] }, { queues: [] }]);
    expect((await api.client.queues(sid).fetch()).friendlyName).toBe(centre.workflowSid);
  });

  it('has room for 100 callers unless told, and shows how many there are and how long they wait', async () => {
    await centre.call();
    await centre.local.clock.advance(30_000);
    await centre.call();
    await centre.local.clock.advance(10_000);

    expect(await findQueue()).toMatchObject({ maxSize: 100, currentSize: 2, averageWaitTime: 25 });
  });

  it('that is full sends callers back to their TwiML, until it is raised', async () => {
    await answerCalls();
    const queue = await findQueue();
    await api.client.queues(queue.sid).update({ maxSize: 1 });
    await centre.call();

    const second = await centre.call();
    await centre.settle();
    await api.client.queues(queue.sid).update({ maxSize: 5_000 });
    const third = await centre.call();

    expect(new URLSearchParams(centre.receiver.received[0]?.body).get('QueueResult')).toBe('queue-full');
    expect(centre.alerts()).toEqual([expect.stringContaining('error 14207')]);
    expect([centre.statusOf(second), centre.statusOf(third)]).toEqual(['completed', 'in-progress']);
    expect(await findQueue()).toMatchObject({ currentSize: 2, maxSize: 5_000 });
  });

  it('has room again when a caller is gone', async () => {
    await api.client.queues((await findQueue()).sid).update({ maxSize: 1 });
    const first = await centre.call();
    await centre.admin('POST', `/customers/calls/${first}/hangup`, {});

    const second = await centre.call();

    expect(centre.statusOf(second)).toBe('in-progress');
  });

  it('is refused a size beyond 5,000, and is not there for what is no workflow', async () => {
    const { sid } = await findQueue();

    expect([
      await refusal(api.client.queues(sid).update({ maxSize: 5_001 })),
      await refusal(api.client.queues(`QU${'0'.repeat(32)}`).fetch()),
    ]).toEqual([
      { status: 400, code: 20001 },
      { status: 404, code: 20404 },
    ]);
  });
});
