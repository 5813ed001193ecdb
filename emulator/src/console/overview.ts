import type { IdentityDirectory } from '../iam/identities';
import type { ControllableClock } from '../kernel/clock';
import type { FaultPlan } from '../kernel/faults/faultPlan';
import type { Networks } from '../kernel/networks';
import type { PublicHosts } from '../kernel/webhooks/publicHosts';
import type { TaskRouterEngine, WorkspaceEngine } from '../taskrouter/engine';

/** What the console shows besides customers and the timeline. */
export interface OverviewSources {
  readonly clock: ControllableClock;
  readonly engine: TaskRouterEngine;
  readonly faults: FaultPlan;
  readonly identities: IdentityDirectory;
  readonly networks: Networks;
  readonly publicHosts: PublicHosts;
}

const OPEN = new Set(['pending', 'accepted', 'wrapping']);

/** The people of one workspace, with what they have on their hands. */
const workersOf = (workspace: WorkspaceEngine) => {
  const held = new Map<string, { channel: string; status: string }[]>();
  for (const { workerSid, taskSid, reservationStatus } of workspace.reservations.list()) {
    const task = OPEN.has(reservationStatus) ? workspace.tasks.find(taskSid) : undefined;
    if (!task) continue;
    const reservation = { channel: task.taskChannelUniqueName, status: reservationStatus };
    held.set(workerSid, [...(held.get(workerSid) ?? []), reservation]);
  }
  return workspace.workers.list().map(({ sid, friendlyName, activityName, available }) => ({
    ...{ sid, name: friendlyName, activity: activityName, available },
    reservations: held.get(sid) ?? [],
  }));
};

/** One consistent picture, without tokens. */
export function overview({ clock, engine, faults, identities, networks, publicHosts }: OverviewSources) {
  const nowMs = clock.now();
  const workspaces = engine.workspaces.list().map(({ sid }) => engine.workspace(sid));
  const named = (items: readonly { sid: string; friendlyName: string }[]) =>
    items.map(({ sid, friendlyName }) => ({ sid, name: friendlyName }));
  return {
    clock: { nowMs, mode: clock.mode },
    identities: identities
      .list()
      .filter(({ revoked, expiresAt }) => !revoked && expiresAt > nowMs)
      .map(({ identity, workerSid, roles }) => ({ identity, workerSid, roles })),
    workers: workspaces.flatMap(workersOf),
    queues: workspaces.flatMap(({ taskQueues }) => named(taskQueues.list())),
    workflows: workspaces.flatMap(({ workflows }) => named(workflows.list())),
    networks: networks.list(),
    faults: faults.list(),
    services: Object.keys(publicHosts.list()),
  };
}
