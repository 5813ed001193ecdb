/** The grants whose clients read Sync: the account's own `data_sync`, and two that Twilio writes for Flex. */
export const SYNC_GRANTS = ['data_sync', 'flex_insights', 'ip_messaging'] as const;

export type SyncGrant = (typeof SYNC_GRANTS)[number];

export const isSyncGrant = (grant: string): grant is SyncGrant =>
  SYNC_GRANTS.some((known) => known === grant);
