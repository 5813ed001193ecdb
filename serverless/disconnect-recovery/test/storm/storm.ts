import { reconcile } from '../../src/endpoints/reconcile';
import { findCall } from '../../src/calls/storedCalls';
import { crowdPhone, startCentre } from '../support/centre';
import { startService } from '../support/service';
import { newTally } from '../support/tally';
import { fillTheCentre } from './crowd';
import { actAsPages } from './pages';

export interface Storm {
  readonly agents: number;
  /** With an agent again. */
  readonly recovered: number;
  readonly enqueuedTwice: number;
  /** On a conference with nobody, or gone without having hung up. */
  readonly leftAlone: number;
  readonly requestsPerRecovery: number;
  /** Seconds of the local Twilio's time from the drop. */
  readonly announcement: { readonly p50: number; readonly p99: number };
  readonly reconnect: { readonly p50: number; readonly p99: number };
}

const STEP_MS = 500;
const LONGEST_MS = 600_000;
/** Twilio Functions run so many at a time. */
const FUNCTIONS_AT_ONCE = 30;

/** That many agents drop within a second, with Twilio's limits on, answers lost and webhooks twice, in disorder, in batches. */
export async function storm(agents: number): Promise<Storm> {
  const centre = await startCentre({}, agents);
  const service = await startService(centre);
  try {
    const calls = await fillTheCentre(centre, service, agents);
    const { local } = centre;
    local.faults.add({ match: { host: 'taskrouter' }, probability: 0.05, effect: { type: 'lost-response' } });
    local.faults.add({ match: { host: 'api' }, probability: 0.05, effect: { type: 'lost-response' } });
    local.faults.add({ match: { host: 'sync' }, probability: 0.05, effect: { type: 'lost-response' } });
    for (const kind of ['event-stream', 'conference-status'] as const) {
      local.faults.add({ match: { kind }, probability: 0.1, effect: { type: 'duplicate' } });
      local.faults.add({ match: { kind }, probability: 0.3, effect: { type: 'reorder', windowMs: 1_500 } });
    }
    local.faults.add({ match: { kind: 'event-stream' }, effect: { type: 'batch', windowMs: 400 } });
    service.atOnce = FUNCTIONS_AT_ONCE;
    service.tally = newTally();

    const droppedAt = local.clock.now();
    for (let number = 0; number < agents; number += 1) {
      await centre
        .admin('POST', `/phones/${encodeURIComponent(crowdPhone(number))}/hangup`, {})
        .catch(() => undefined);
      if (number % 20 === 0) await local.clock.advance(Math.floor((20 * 1_000) / Math.max(agents, 20)));
    }
    const engine = local.engine.workspace(centre.sids.workspaceSid);
    const withAgents = async (): Promise<number> => {
      let count = 0;
      for (const { customerCallSid } of calls) {
        const seen = await centre.admin('GET', `/customers/calls/${customerCallSid}`);
        const { with: others, taskSid } = seen;
        const isNew = !calls.some((call) => call.taskSid === taskSid);
        if (isNew && Array.isArray(others) && others.length > 0) count += 1;
      }
      return count;
    };
    let lastMinute = droppedAt;
    for (let waited = 0; waited < LONGEST_MS; waited += STEP_MS) {
      await local.clock.advance(STEP_MS);
      await actAsPages(centre, service, droppedAt);
      if (local.clock.now() - lastMinute >= 60_000) {
        lastMinute = local.clock.now();
        await reconcile.handle({}, service.ports(), undefined).catch(() => undefined);
        if ((await withAgents()) === agents) break;
      }
    }
    const recovered = await withAgents();
    const backs = engine.tasks
      .list()
      .flatMap(({ attributes }) => /"recoveredTaskSid":"(WT\w+)"/.exec(attributes)?.[1] ?? []);
    let alone = 0;
    const announced: number[] = [];
    const reconnected: number[] = [];
    local.faults.clear();
    await local.clock.advance(10_000);
    for (const { taskSid, customerCallSid } of calls) {
      const drop = (await findCall(service.ports(), taskSid))?.value.drop;
      const {
        with: others,
        status,
        taskSid: nowAt,
      } = await centre.admin('GET', `/customers/calls/${customerCallSid}`);
      const inQueue = nowAt !== taskSid && status === 'in-progress';
      if (!inQueue && !(Array.isArray(others) && others.length > 0)) alone += 1;
      if (drop?.firstAnnouncedAt !== undefined)
        announced.push(Math.max(0, drop.firstAnnouncedAt - drop.at) / 1_000);
      if (drop?.receiverSid !== undefined && drop.endedAt !== undefined)
        reconnected.push((drop.endedAt - drop.at) / 1_000);
    }
    return {
      agents,
      recovered,
      enqueuedTwice: backs.length - new Set(backs).size,
      leftAlone: alone,
      requestsPerRecovery: service.tally.twilio / agents,
      announcement: { p50: percentile(announced, 0.5), p99: percentile(announced, 0.99) },
      reconnect: { p50: percentile(reconnected, 0.5), p99: percentile(reconnected, 0.99) },
    };
  } finally {
    await service.stop();
    await centre.stop();
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
