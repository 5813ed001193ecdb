const ORIGIN = 'https://taskrouter.twilio.com';

/** The URL of a workspace or of something below it, e.g. `urlOf('WS…', 'Tasks', 'WT…')`. */
export const urlOf = (workspaceSid: string, ...segments: readonly string[]): string =>
  [`${ORIGIN}/v1/Workspaces/${workspaceSid}`, ...segments].join('/');

/** The three statistics links, which Twilio gives every resource that has them. */
export const statisticsLinks = (url: string): Readonly<Record<string, string>> => ({
  statistics: `${url}/Statistics`,
  real_time_statistics: `${url}/RealTimeStatistics`,
  cumulative_statistics: `${url}/CumulativeStatistics`,
});
