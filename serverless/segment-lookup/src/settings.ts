import { SyncServiceSid, WorkspaceSid } from '@patchbay/shared/contracts';
import {
  integer,
  matching,
  optional,
  requiredWith,
  text,
  withDefault,
  type ConfigSpec,
} from '@patchbay/shared';
import * as z from 'zod/mini';

/** An object of GoodData by its number. */
const ObjectId = z.string().check(z.regex(/^\d{1,12}$/, 'must be the number of an object'));

/** A part of a URL's path; nothing that could change what the URL means. */
const PathPart = z.string().check(z.regex(/^[\w-]{1,64}$/, 'must be letters, digits, _ and - only'));

const HostName = z
  .string()
  .check(z.regex(/^[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)+$/i, 'must be a host name'));

const FormName = z
  .string()
  .check(
    z.regex(/^(\d{1,12}|[a-z][\w.]{1,100})$/i, 'must be the number of an object or an identifier like a.b.c'),
  );

const Provider = z.enum(['gooddata', 'flex']);

/** Milliseconds-free and validated: what an operator sets. */
export interface Settings {
  readonly provider: z.infer<typeof Provider>;
  readonly analyticsWorkspace: string | undefined;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly report: string | undefined;
  readonly host: string;
  readonly externalIdForm: string;
  readonly externalIdColumn: string | undefined;
  readonly reportWaitSeconds: number;
  readonly resultCacheSeconds: number;
  readonly syncServiceSid: SyncServiceSid | undefined;
  readonly workspaceSid: WorkspaceSid | undefined;
}

const provider = withDefault(matching(Provider), 'gooddata', {
  names: ['INSIGHTS_PROVIDER'],
  description:
    'Who is asked: `gooddata` (the report, a login of its own) or `flex` (Flex API, in the name of the user).',
});

/** Every variable of this service; docs/configuration.md is made from it. */
export const settings: ConfigSpec<Settings> = {
  provider,
  analyticsWorkspace: requiredWith(provider, 'gooddata', matching(PathPart), {
    names: ['ANALYTICS_WORKSPACE'],
    description: 'Flex Insights workspace; not with `flex`.',
  }),
  username: requiredWith(provider, 'gooddata', text, {
    names: ['INSIGHTS_USERNAME'],
    description: 'User with direct access to Flex Insights; not with `flex`.',
  }),
  password: requiredWith(provider, 'gooddata', text, {
    names: ['INSIGHTS_PASSWORD'],
    description: "That user's password; not with `flex`.",
    secret: true,
  }),
  report: requiredWith(provider, 'gooddata', matching(ObjectId), {
    names: ['INSIGHTS_REPORT'],
    description: 'Number of the report whose first column is the segment; not with `flex`.',
  }),
  host: withDefault(matching(HostName), 'analytics.ytica.com', {
    names: ['INSIGHTS_HOST'],
    description: 'Host of Flex Insights.',
  }),
  externalIdForm: withDefault(matching(FormName), '5193', {
    names: ['INSIGHTS_EXTERNAL_ID_FORM'],
    description:
      'Display form of the External ID: its number, or an identifier such as label.conversations.external_id, which costs one call more in a cold instance.',
  }),
  externalIdColumn: optional(text, {
    names: ['INSIGHTS_EXTERNAL_ID_COLUMN'],
    description: "Header of the report's column with the External ID; get-segment-ids needs it.",
  }),
  reportWaitSeconds: withDefault(integer(1, 7), '7', {
    names: ['REPORT_WAIT_SECONDS'],
    description: 'How long one request waits for the report at most.',
  }),
  resultCacheSeconds: withDefault(integer(0, 3_600), '60', {
    names: ['RESULT_CACHE_SECONDS'],
    description: 'How long a complete answer is given again without asking Insights; 0 for never.',
  }),
  syncServiceSid: optional(matching(SyncServiceSid), {
    names: ['SYNC_SERVICE_SID'],
    description:
      'Sync service through which instances share one login and lookups under way. Without it each instance logs in for itself.',
  }),
  workspaceSid: requiredWith(provider, 'flex', matching(WorkspaceSid), {
    names: ['WORKSPACE_SID', 'TWILIO_WORKSPACE_SID'],
    description: 'TaskRouter workspace of Flex; only with `flex`.',
  }),
};
