import { openContactCentre, type Caller, type ContactCentre, type FlexTab } from '@patchbay/emulator/browser';
import { readStack, type RunningStack } from './readStack';
import { openAccount, type Account } from './account';
import { configurePlugin, fetchConfiguration, type ConfiguredPlugin } from './configuration';

/** The contact centre in a browser, and short ways to say what every scene begins and ends with. */
export interface Stage {
  readonly centre: ContactCentre;
  readonly stack: RunningStack;
  readonly account: Account;
  /** A customer calls, and this agent, on a call with nobody else there, takes it; then Bob comes to work. */
  callFor(agent: FlexTab): Promise<CallOnStage>;
  /** Changes what Flex's configuration says to a plugin until the scene is over, and has these pages look. */
  configure(
    plugin: ConfiguredPlugin,
    change: Readonly<Record<string, unknown>>,
    ...tabs: readonly FlexTab[]
  ): Promise<void>;
  /** The same until the suite is over, for pages that are opened from now on. */
  configureThroughout(plugin: ConfiguredPlugin, change: Readonly<Record<string, unknown>>): Promise<void>;
  /** Has nobody work for the company that transfers are attributed to, until the scene is over. */
  closeCompany(): Promise<void>;
  /** Ends calls and tasks, and clears the pages, faults and networks for the next scene. */
  clear(...tabs: readonly FlexTab[]): Promise<void>;
  close(): Promise<void>;
}

export interface CallOnStage {
  readonly caller: Caller;
  readonly taskSid: string;
  /** How Flex shows the caller's number in the task list. */
  readonly shown: string;
  /** Resolves when the caller talks to this agent alone, whose page has taken the conference over. */
  isWith(name: string): Promise<void>;
}

/** Who may be offered a call, and is sent away while somebody else takes one. */
const AGENTS = ['alice', 'bob', 'carol'] as const;
const LIVE = ['pending', 'reserved', 'assigned', 'wrapping'];
/** The company whose agents get the transfers, and those agents. */
const COMPANY = 'BPO_B';
const COMPANY_AGENTS = ['bob', 'bella'] as const;

/** Opens the stage on the contact centre that runs. */
export async function openStage(): Promise<Stage> {
  const stack = readStack();
  const centre = await openContactCentre({ origin: stack.twilio.origin });
  const account = openAccount(stack);
  const callers: Caller[] = [];
  const undoings: (() => Promise<void>)[] = [];
  const lastUndoings: (() => Promise<void>)[] = [];
  let calls = 0;

  const clearTasks = async (): Promise<void> => {
    for (const { sid, status } of (await centre.state()).tasks) {
      if (!LIVE.includes(status)) continue;
      const waiting = status === 'pending' || status === 'reserved';
      // A task may end by itself between the look and the call.
      await account.endTask(sid, waiting ? 'canceled' : 'completed').catch(() => undefined);
    }
  };

  const employ = async (affiliation: string): Promise<void> => {
    for (const name of COMPANY_AGENTS) await account.setCompany(name, affiliation);
  };

  /** Flex has an agent who is left alone with the customer end the conference when he leaves, a moment later. */
  const hasTakenOver = async (name: string, callSid: string, since: number): Promise<boolean> => {
    const { reservations, tasks } = await centre.state();
    // A caller who was enqueued again has another task.
    const task = tasks.findLast(({ attributes }) => attributes['call_sid'] === callSid);
    const taken = reservations.filter((one) => one.taskSid === task?.sid && one.worker === name);
    const asked = await centre.requests({ host: 'event-bridge.twilio.com', since });
    return asked.some(({ body }) => {
      const text = JSON.stringify(body ?? '');
      const isFlag = text.includes('/WorkerParticipant') && text.includes('"EndConferenceOnExit":true');
      return isFlag && taken.some(({ sid }) => text.includes(sid));
    });
  };

  return {
    centre,
    stack,
    account,
    async callFor(agent) {
      for (const name of AGENTS) {
        await account.setActivity(name, name === agent.name ? 'Available' : 'Unavailable');
      }
      calls += 1;
      const began = (await centre.requests()).at(-1)?.sequence ?? 0;
      const number = String(1_000 + calls);
      const shown = `+1 555-123-${number}`;
      const caller = await centre.customer.call({ from: `+1555123${number}` });
      callers.push(caller);
      await agent.acceptTask(shown);
      const { taskSid } = await caller.until(`talks to ${agent.name}`, (call) =>
        JSON.stringify(call['with']).includes(agent.name),
      );
      await account.setActivity('bob', 'Available');
      const takenOverBy = (name: string) =>
        centre.until(`${name} has taken over`, () => hasTakenOver(name, caller.callSid, began));
      // A call that ends sooner has Flex ask for a leg that is gone.
      await takenOverBy(agent.name);
      return {
        caller,
        shown,
        taskSid: String(taskSid),
        async isWith(name) {
          await caller.until(
            `talks to ${name} alone`,
            (seen) => JSON.stringify(seen['with']) === `["${name}"]`,
          );
          await takenOverBy(name);
        },
      };
    },
    async configure(plugin, change, ...tabs) {
      const undo = await configurePlugin(centre, plugin, change);
      const look = () => Promise.all(tabs.map(fetchConfiguration));
      undoings.push(async () => {
        await undo();
        await look();
      });
      await look();
    },
    async configureThroughout(plugin, change) {
      lastUndoings.push(await configurePlugin(centre, plugin, change));
    },
    async closeCompany() {
      undoings.push(() => employ(COMPANY));
      await employ('nobody');
    },
    async clear(...tabs) {
      await centre.faults.clear();
      for (const undo of undoings.splice(0).reverse()) await undo();
      for (const caller of callers.splice(0)) await caller.hangUp();
      await clearTasks();
      for (const tab of tabs) {
        await tab.page.unrouteAll({ behavior: 'ignoreErrors' });
        await tab.page.getByTestId('task-item').first().waitFor({ state: 'detached' });
        await tab.dismissNotifications();
      }
    },
    async close() {
      for (const undo of lastUndoings.reverse()) await undo();
      await centre.close();
    },
  };
}
