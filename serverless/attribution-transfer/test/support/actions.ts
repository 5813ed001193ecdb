import type { TaskSid } from '@patchbay/shared/contracts';
import { attributionStatus } from '../../src/endpoints/attributionStatus';
import { cancelAttributionTask } from '../../src/endpoints/cancelAttributionTask';
import { claimTransfer } from '../../src/endpoints/claimTransfer';
import { createAttributionTask } from '../../src/endpoints/createAttributionTask';
import { transferOutcome } from '../../src/endpoints/transferOutcome';
import { transferTask } from '../../src/endpoints/transferTask';
import type { AttributionPorts } from '../../src/ports';
import type { Centre } from './centre';
import { caller, portsOf } from './ports';
import { createInput, transferInput, type Call } from './scene';

/** What the pages of A and B ask of the service about one call. */
export function actionsOn(centre: Centre, call: Call) {
  const a = caller(centre, call.agent);
  return {
    create: (ports: AttributionPorts = portsOf(centre), more: Parameters<typeof createInput>[2] = {}) =>
      createAttributionTask.handle(createInput(centre, call, more), ports, a),
    transfer: (taskSid: TaskSid, ports: AttributionPorts = portsOf(centre), receiver = 'bob') =>
      transferTask.handle(transferInput(centre, call, taskSid, receiver), ports, caller(centre, receiver)),
    claim: (claimant: string, ports: AttributionPorts = portsOf(centre)) =>
      claimTransfer.handle(
        { taskSid: call.taskSid, reservationSid: call.reservationSid, claimant },
        ports,
        a,
      ),
    report: (
      claimId: string,
      outcome: 'transferred' | 'failed' = 'transferred',
      ports: AttributionPorts = portsOf(centre),
    ) => transferOutcome.handle({ taskSid: call.taskSid, claimId, outcome }, ports, a),
    cancel: (ports: AttributionPorts = portsOf(centre)) =>
      cancelAttributionTask.handle({ taskSid: call.taskSid }, ports, a),
    status: (ports: AttributionPorts = portsOf(centre)) =>
      attributionStatus.handle({ taskSid: call.taskSid }, ports, a),
  };
}

/** The body of an answer that must be a success. */
export function bodyOf<Body>(result: { ok: true; body: Body } | { ok: false; message: string }): Body {
  if (!result.ok) throw new Error(result.message);
  return result.body;
}
