/** Sync's lists hold at most 100 entries per page, unlike the 1,000 of other products (twilio_sync_v1.json). */
export const MAX_PAGE_SIZE = 100;
