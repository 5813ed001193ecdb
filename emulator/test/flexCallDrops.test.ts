import { basicAuthorization } from '../src/kernel/basicAuth';
import { openContactCentre, type Caller, type ContactCentre, type FlexTab } from '../src/testing/browser';
import { openFlexCentre, type FlexTestCentre } from './flexCentre';

/** A boot of Flex UI on a machine that does other things as well. */
const BOOT_MS = 180_000;

const BEN = '+15550000102';

describe("an agent's call in Flex", () => {
  let flex: FlexTestCentre;
  let centre: ContactCentre;
  let alice: FlexTab;
  let caller: Caller;
  /** What was asked before this call. */
  let since = 0;

  beforeAll(async () => {
    flex = await openFlexCentre();
    centre = await openContactCentre({ origin: flex.twilio.origin });
    alice = await centre.openFlex('alice');
    for (const name of ['sam', 'ada']) {
      const { activities, workers } = flex.twilio.engine.workspace(flex.seeded.workspaceSid);
      const offline = activities.list().find(({ friendlyName }) => friendlyName === 'Offline');
      workers.update(flex.seeded.workers[name]!, { activitySid: offline!.sid });
    }
  }, BOOT_MS);

  afterAll(async () => {
    await centre.close();
    await flex.twilio.stop();
  });

  const post = (path: string, form: Readonly<Record<string, string>>) => {
    const { accountSid, authToken, origin } = flex.twilio;
    return fetch(`${origin}/_host/api.twilio.com/2010-04-01/Accounts/${accountSid}/${path}`, {
      method: 'POST',
      headers: { Authorization: basicAuthorization(accountSid, authToken) },
      body: new URLSearchParams(form),
    });
  };

  const leg = () => flex.twilio.voice.calls().findLast(({ to }) => to === 'client:alice');

  /** Whether the agent's leaving ends the call, as Twilio has it. */
  const isEnding = (): unknown => {
    const call = leg();
    const map = flex.twilio.sync.space('flex_insights').map(`${call?.taskSid ?? ''}.CS`);
    return Reflect.get(Object(map.get(call?.sid ?? '')), 'end_conference_on_exit');
  };

  /** Flex changes what its agent's leaving does by a private route of the worker SDK. */
  const hasSpoken = (times: number) => async (): Promise<boolean> => {
    const requests = await centre.requests({ since, host: 'event-bridge.twilio.com' });
    const spoken = requests.filter(({ body }) => JSON.stringify(body ?? null).includes('/WorkerParticipant'));
    return spoken.length >= times;
  };

  const take = async (from: string): Promise<void> => {
    since = (await centre.requests()).at(-1)?.sequence ?? 0;
    caller = await centre.customer.call({ from });
    await alice.acceptTask();
    await caller.until('talks to alice', (call) => JSON.stringify(call['with']) === '["alice"]');
  };

  /** What a service does that wants the caller to stay. */
  const keepAlive = async (): Promise<void> => {
    const path = `Conferences/${leg()?.conferenceSid ?? ''}/Participants/${leg()?.sid ?? ''}.json`;
    await post(path, { EndConferenceOnExit: 'false' });
  };

  const isAlone = (call: Readonly<Record<string, unknown>>): boolean =>
    call['status'] === 'in-progress' && JSON.stringify(call['with']) === '[]';

  it(
    'is set to end with the agent by Flex itself, again whenever two are left, whatever was written between',
    async () => {
      await take('+15550001111');
      await centre.until('Flex has spoken', hasSpoken(1));
      const first = isEnding();
      await keepAlive();
      const between = isEnding();

      await post(`Conferences/${leg()?.conferenceSid ?? ''}/Participants.json`, {
        From: '+15550100100',
        To: BEN,
      });
      await caller.until('three talk', (call) => JSON.stringify(call['with']) === `["alice","${BEN}"]`);
      await centre.until('Flex lets the third stay', hasSpoken(2));
      const three = isEnding();
      await fetch(`${flex.twilio.origin}/_emulator/phones/${encodeURIComponent(BEN)}/hangup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      });

      await centre.until('Flex has spoken again', hasSpoken(3));
      expect([first, between, three, isEnding()]).toEqual([true, false, false, true]);
      await alice.hangUp();
      await alice.complete();
      expect(await caller.look()).toMatchObject({ status: 'completed' });
    },
    BOOT_MS,
  );

  it(
    'loses its leg with a reload, and the caller stays when that was undone',
    async () => {
      await take('+15550002222');
      await centre.until('Flex has spoken', hasSpoken(1));
      await keepAlive();

      await alice.reload();

      await caller.until('is alone', isAlone);
      expect(leg()?.status).toBe('completed');
      await alice.complete();
      await caller.hangUp();
    },
    BOOT_MS,
  );

  it(
    'loses its leg with the network, and the caller stays when that was undone',
    async () => {
      await take('+15550003333');
      await centre.until('Flex has spoken', hasSpoken(1));
      await keepAlive();

      await alice.dropNetwork();

      await caller.until('is alone', isAlone);
      expect(leg()?.status).toBe('completed');
      await alice.restoreNetwork();
      await alice.complete();
      await caller.hangUp();
    },
    BOOT_MS,
  );
});
