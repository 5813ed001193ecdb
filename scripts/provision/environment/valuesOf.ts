import { ATTRIBUTION_WORKFLOW } from '../../../serverless/attribution-transfer/src/workspace';
import { RECOVERY_PING } from '../../../serverless/disconnect-recovery/src/workspace';
import type { Installation } from '../describe/installation';
import { keyOf, type Found } from '../resource';

export interface Provisioned {
  readonly workspaceSid: string;
  readonly syncServiceSid: string;
  readonly found: readonly Found[];
}

type Values = Readonly<Record<string, string>>;

/** What each installed service must know of the account, without secrets, by the service's name. */
export function valuesOf(
  { affiliations, recovery }: Installation,
  { workspaceSid, syncServiceSid, found }: Provisioned,
): ReadonlyMap<string, Values> {
  const workflow = (variable: string, name: string | undefined): Values => {
    const key = name === undefined ? undefined : keyOf({ kind: 'workflow', name });
    const sid = found.find((candidate) => keyOf(candidate) === key)?.sid;
    return sid === undefined ? {} : { [variable]: sid };
  };
  const both = { WORKSPACE_SID: workspaceSid, SYNC_SERVICE_SID: syncServiceSid };
  const values = new Map<string, Values>();
  if (affiliations !== undefined) {
    values.set('attribution-transfer', {
      ...both,
      ...workflow('ATTRIBUTION_WORKFLOW_SID', ATTRIBUTION_WORKFLOW),
      ...(recovery === undefined ? {} : { DISCONNECT_RECOVERY: 'true' }),
    });
  }
  if (recovery !== undefined) {
    // With several there is no telling where an outbound call belongs.
    const [voice, ...others] = recovery.voiceWorkflows;
    values.set('disconnect-recovery', {
      ...both,
      ...workflow('RECOVERY_PING_WORKFLOW_SID', RECOVERY_PING),
      ...workflow('RECOVERY_FALLBACK_WORKFLOW_SID', others.length === 0 ? voice : undefined),
    });
  }
  values.set('segment-lookup', { SYNC_SERVICE_SID: syncServiceSid });
  return values;
}
