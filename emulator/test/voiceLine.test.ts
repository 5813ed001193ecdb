import { openVoiceCentre, NUMBER, type VoiceCentre } from './voiceCentre';

let centre: VoiceCentre;

beforeEach(async () => {
  centre = await openVoiceCentre();
});

afterEach(() => centre.stop());

/** Somebody calls a number that has him wait, and says goodbye when he is back. */
const callIntoLine = async (attributes: string, workflowSid = centre.workflowSid): Promise<string> => {
  const twiml = `<Response><Enqueue workflowSid="${workflowSid}" ${attributes}/><Say>Goodbye</Say></Response>`;
  await centre.admin('POST', '/phone-numbers', { number: NUMBER, twiml });
  const callSid = await centre.call();
  await centre.settle();
  return callSid;
};

const at = (path: string): string => `${centre.receiver.origin}${path}`;
const hears = async (callSid: string): Promise<unknown> => (await centre.customer(callSid))['hears'];
const askedOf = (path: string) => centre.receiver.received.filter(({ url }) => url.startsWith(path));

describe('the line in front of a workflow', () => {
  it('plays a waitUrl round and round; its <Leave> takes the caller out, and cancels his task', async () => {
    centre.receiver.answerWith('<Response><Play>https://a.b/wait.mp3</Play></Response>', '/wait');
    const callSid = await callIntoLine(`waitUrl="${at('/wait')}"`);
    const { taskSid } = await centre.customer(callSid);
    const waiting = await hears(callSid);
    await centre.local.clock.advance(5_000);
    const rounds = askedOf('/wait').length;
    centre.receiver.answerWith('<Response><Leave/></Response>', '/wait');
    await centre.local.clock.advance(5_000);

    expect(waiting).toEqual({ play: 'https://a.b/wait.mp3' });
    expect(rounds).toBe(2);
    expect(await hears(callSid)).toEqual({ say: 'Goodbye' });
    expect(centre.workspace.tasks.get(String(taskSid)).assignmentStatus).toBe('canceled');
  });

  it('asks for a waitUrl that makes no sound once a second, and not at all once the caller is gone', async () => {
    centre.receiver.answerWith('<Response/>', '/wait');
    const callSid = await callIntoLine(`waitUrl="${at('/wait?a=b')}" waitUrlMethod="GET"`);
    await centre.local.clock.advance(3_000);
    const asked = askedOf('/wait');
    await centre.admin('POST', `/customers/calls/${callSid}/hangup`, {});
    await centre.local.clock.advance(10_000);

    expect(asked.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET', 'GET']);
    expect(askedOf('/wait')).toHaveLength(asked.length);
  });

  it.each([
    ['fails', { status: 500 }, 'error 11200'],
    ['does what may not be done there', { body: '<Response><Hangup/></Response>' }, 'error 12200'],
    ['never pauses', { body: '<Response><Redirect>wait</Redirect></Response>' }, 'error 11206'],
  ])('whose waitUrl %s has music of its own', async (_, reply, alert) => {
    centre.receiver.reply(reply, '/wait');

    const callSid = await callIntoLine(`waitUrl="${at('/wait')}"`);

    expect(await hears(callSid)).toEqual({ music: 'queue' });
    expect(centre.alerts()).toEqual([expect.stringContaining(alert)]);
  });

  it('tells its action why the caller is out of it, and how long he was in', async () => {
    centre.receiver.answerWith('<Response><Pause length="7"/><Leave/></Response>', '/wait');
    centre.receiver.answerWith('<Response><Say>From the action</Say></Response>', '/action');
    const callSid = await callIntoLine(`waitUrl="${at('/wait')}" action="${at('/action')}"`);

    await centre.local.clock.advance(7_000);

    const [asked] = askedOf('/action');
    expect(Object.fromEntries(new URLSearchParams(asked?.body))).toMatchObject({
      CallSid: callSid,
      QueueResult: 'leave',
      QueueTime: '7',
    });
    expect(await hears(callSid)).toEqual({ say: 'From the action' });
  });

  it('is not there for a workflow that is not: its action hears of an error', async () => {
    centre.receiver.answerWith('<Response><Say>Sorry</Say></Response>', '/action');

    const callSid = await callIntoLine(`action="${at('/action')}"`, `WW${'0'.repeat(32)}`);

    expect(new URLSearchParams(askedOf('/action')[0]?.body).get('QueueResult')).toBe('error');
    expect(centre.alerts()).toEqual([expect.stringContaining('error 14220')]);
    expect(await hears(callSid)).toEqual({ say: 'Sorry' });
  });
});
