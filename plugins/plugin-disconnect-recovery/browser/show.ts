import type { FlexTab, SeenTask } from '@patchbay/emulator/browser';
import type { CallOnStage, Stage } from '@patchbay/plugin-kit/browser';

export const RECONNECTED = 'Reconnected with customer';

/** What an agent who dropped sees over everything else. */
export const dialogOf = (tab: FlexTab) => tab.byTestId('patchbay-recovery');

/** A row of the supervisor's table of recoveries in progress. */
export const openOf = (sam: FlexTab) => sam.byTestId('patchbay-recoveries-open').getByRole('row');

/** The latest row of the supervisor's table of recoveries that ended. */
export const latestEnded = (sam: FlexTab) =>
  sam.byTestId('patchbay-recoveries-ended').locator('tbody').getByRole('row').first();

/**
 * A customer calls, this agent answers, and the service knows of it and has undone what Flex sets right after an accept: a
 * drop in between is the one that nobody can save (docs/disconnect-recovery.md).
 */
export async function answerCall(stage: Stage, agent: FlexTab): Promise<CallOnStage> {
  const registered = agent.page.waitForResponse(
    (response) => response.url().endsWith('/flex/add-worker-to-conference-state') && response.ok(),
    { timeout: 120_000 },
  );
  const began = (await stage.centre.requests()).at(-1)?.sequence ?? 0;
  const call = await stage.callFor(agent);
  await registered;
  await call.isWith(agent.name);
  await stage.centre.until('the call does not end with its agent', async () =>
    (await stage.centre.requests({ host: 'api.twilio.com', since: began })).some(
      ({ path, body }) =>
        path.includes('/Participants/') &&
        JSON.stringify(body ?? '').includes('"EndConferenceOnExit":"false"'),
    ),
  );
  return call;
}

/** The recovery pings there ever were for a call, oldest first. */
export async function pingsOf({ centre }: Stage, { taskSid }: CallOnStage): Promise<readonly SeenTask[]> {
  const { tasks } = await centre.state();
  return tasks.filter(({ attributes }) => attributes['disconnectedTaskSid'] === taskSid);
}

/** The tasks by which a caller was enqueued again. */
export async function reconnectsOf(
  { centre }: Stage,
  { taskSid }: CallOnStage,
): Promise<readonly SeenTask[]> {
  const { tasks } = await centre.state();
  return tasks.filter(({ attributes }) => attributes['recoveredTaskSid'] === taskSid);
}

/** Resolves when an agent is on a call with exactly these others. */
export async function isTogether(call: CallOnStage, ...names: readonly string[]): Promise<void> {
  await call.caller.until(`talks to ${names.join(' and ')}`, (seen) => {
    const together: unknown = seen['with'];
    return Array.isArray(together) && together.map(String).sort().join() === [...names].sort().join();
  });
}
