import { WorkflowSid } from '@patchbay/shared/contracts';
import {
  addressSettings,
  callSettings,
  flag,
  integer,
  list,
  matching,
  optional,
  required,
  text,
  withDefault,
  type CallSettings,
  type ConfigSpec,
  type ServiceAddress,
} from '@patchbay/shared';
import * as z from 'zod/mini';
import { PING_RESERVATION_SECONDS } from './workspace';

/** Of anywhere, or of this service. */
const Address = z
  .string()
  .check(z.regex(/^(https?:\/\/|\/)[^\s]+$/, 'must be a URL, or a path that begins with a slash'));

export interface Settings extends CallSettings, ServiceAddress {
  readonly pingWorkflowSid: WorkflowSid;
  readonly fallbackWorkflowSid: WorkflowSid | undefined;
  readonly enabled: boolean;
  readonly telephones: boolean;
  readonly taskChannel: string;
  readonly pingSeconds: number;
  readonly attributeBudget: number;
  readonly announcementUrl: string | undefined;
  readonly forwardHosts: readonly string[];
}

/** Every variable of this service; docs/configuration.md is made from it. */
export const settings: ConfigSpec<Settings> = {
  ...callSettings('call that an agent is registered on'),
  pingWorkflowSid: required(matching(WorkflowSid), {
    names: ['RECOVERY_PING_WORKFLOW_SID'],
    description: 'Workflow "Recovery Ping", that asks a dropped agent back.',
  }),
  fallbackWorkflowSid: optional(matching(WorkflowSid), {
    names: ['RECOVERY_FALLBACK_WORKFLOW_SID'],
    description: 'Where callers go whose call has no workflow to go back to: outbound calls.',
  }),
  enabled: withDefault(flag, 'true', {
    names: ['RECOVERY_ENABLED'],
    description: 'false switches recovery off: a call ends with its agent. What has begun is finished.',
  }),
  telephones: withDefault(flag, 'false', {
    names: ['RECOVER_TELEPHONE_AGENTS'],
    description: 'true where agents on SIP or PSTN are recovered too when their leg is lost.',
  }),
  taskChannel: withDefault(text, 'voice', {
    names: ['RECOVERY_PING_TASK_CHANNEL'],
    description: 'Task channel of recovery pings.',
  }),
  pingSeconds: withDefault(integer(5, PING_RESERVATION_SECONDS - 10), '15', {
    names: ['RECOVERY_PING_SECONDS'],
    description: 'How long a dropped agent has to come back before the caller goes to anybody.',
  }),
  attributeBudget: withDefault(integer(500, 3_800), '3000', {
    names: ['RECONNECT_ATTRIBUTES_LENGTH'],
    description: 'Characters of attributes a caller takes along; the rest of 4,096 is for what Twilio adds.',
  }),
  announcementUrl: optional(matching(Address), {
    names: ['ANNOUNCEMENT_URL'],
    description:
      'What callers hear when an agent drops: audio or TwiML, of this service when it begins with a slash. Its own recording when absent; `/connection-interrupted.xml` has it spoken by Twilio.',
  }),
  forwardHosts: withDefault(list, '', {
    names: ['FORWARD_CALLBACK_HOSTS'],
    description: 'Hosts that get a copy of conference callbacks which went there before ours was set.',
  }),
  ...addressSettings,
};
