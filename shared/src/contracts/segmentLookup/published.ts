import type { PublishedFailure } from '../contract';

/** What callers of the published lookup look for. Not among them, because they name a task or a time: 404 and 504. */
export const publishedFailures: readonly PublishedFailure[] = [
  { code: 'validation_failed', forDetail: 'Missing TaskSid', error: 'TaskSid is required' },
  { code: 'configuration_missing', error: 'Missing Insights configuration' },
  { code: 'token_missing', status: 403 },
  { code: 'token_refused', status: 403 },
  { code: 'insights_refused', error: 'Authentication failed' },
  { code: 'report_failed', error: 'Report execution failed' },
];
