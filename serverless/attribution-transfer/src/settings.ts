import { Affiliation, NoAgentFallback, WorkflowSid } from '@patchbay/shared/contracts';
import {
  callSettings,
  flag,
  integer,
  list,
  matching,
  required,
  text,
  withDefault,
  type CallSettings,
  type ConfigSpec,
  type Kind,
} from '@patchbay/shared';
import type { Affiliations } from './affiliation';
import { ATTRIBUTION_CHANNEL, ATTRIBUTION_TIMEOUT_SECONDS } from './workspace';

/** `BPO_A:50,BPO_B:30,BPO_C` as companies with their shares; a share left out is 1. */
const affiliations: Kind<Affiliations> = (value) => {
  const entries = value.split(',').map((entry) => {
    const [name, weight = '1'] = entry.trim().split(':');
    return { name: Affiliation.safeParse(name), weight: /^\d{1,6}$/.test(weight) ? Number(weight) : NaN };
  });
  const good = entries.flatMap(({ name, weight }) =>
    name.success && weight >= 0 ? [{ name: name.data, weight }] : [],
  );
  const [first, ...others] = good;
  return first !== undefined && good.length === entries.length && good.some(({ weight }) => weight > 0)
    ? { value: [first, ...others] }
    : { problem: 'must be a comma list of NAME or NAME:SHARE with at least one share above 0' };
};

export interface Settings extends CallSettings {
  readonly workflowSid: WorkflowSid;
  readonly affiliations: Affiliations;
  readonly taskChannel: string;
  readonly forwardedAttributes: readonly string[];
  readonly taskTimeoutSeconds: number;
  readonly maxAgeSeconds: number;
  readonly noAgentFallback: NoAgentFallback;
  readonly disconnectRecovery: boolean;
}

/** Every variable of this service; docs/configuration.md is made from it. */
export const settings: ConfigSpec<Settings> = {
  ...callSettings('transfer attempt'),
  workflowSid: required(matching(WorkflowSid), {
    names: ['ATTRIBUTION_WORKFLOW_SID'],
    description: 'Workflow that routes attribution tasks to the companies.',
  }),
  affiliations: required(affiliations, {
    names: ['AFFILIATIONS'],
    description: 'Outsourcing companies and their shares of the transfers, e.g. BPO_A:50,BPO_B:30,BPO_C:20.',
  }),
  taskChannel: withDefault(text, ATTRIBUTION_CHANNEL, {
    names: ['ATTRIBUTION_TASK_CHANNEL'],
    description: 'Task channel of attribution tasks.',
  }),
  forwardedAttributes: withDefault(list, 'name,direction,language', {
    names: ['FORWARDED_ATTRIBUTES'],
    description:
      "Attributes of the call's task that the attribution task repeats, for B's screen and for routing.",
  }),
  taskTimeoutSeconds: withDefault(integer(10, 86_400), String(ATTRIBUTION_TIMEOUT_SECONDS), {
    names: ['ATTRIBUTION_TASK_TIMEOUT_SECONDS'],
    description: 'How long an attribution task waits for an agent at most.',
  }),
  maxAgeSeconds: withDefault(integer(30, 86_400), '900', {
    names: ['ATTEMPT_MAX_AGE_SECONDS'],
    description: 'How long an attempt may be open at most, whatever happens to events.',
  }),
  noAgentFallback: withDefault(matching(NoAgentFallback), 'plain_transfer', {
    names: ['NO_AGENT_FALLBACK'],
    description: 'What happens when no agent of any company could ever accept: plain_transfer or refuse.',
  }),
  disconnectRecovery: withDefault(flag, 'false', {
    names: ['DISCONNECT_RECOVERY'],
    description:
      'true where disconnect recovery is installed: a transfer whose agent dropped can be offered again.',
  }),
};
