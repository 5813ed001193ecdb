import { storm } from '../../serverless/disconnect-recovery/test/storm/storm';
import type { Bench } from './figure';

const AGENTS = 500;

/** What becomes of their callers when 500 agents drop within a second and Twilio is at its limits. */
export const benchRecoveryStorm: Bench = {
  name: 'disconnect recovery, 500 agents dropped within a second',
  async run() {
    const seen = await storm(AGENTS);
    const seconds = "s of the local Twilio's time";
    return [
      { name: 'with an agent again', value: seen.recovered, unit: 'callers', aim: { atLeast: AGENTS } },
      { name: 'enqueued twice', value: seen.enqueuedTwice, unit: 'callers', aim: { atMost: 0 } },
      { name: 'left alone', value: seen.leftAlone, unit: 'callers', aim: { atMost: 0 } },
      { name: 'requests to Twilio', value: seen.requestsPerRecovery, unit: 'per recovery' },
      { name: 'announcement, median', value: seen.announcement.p50, unit: seconds },
      { name: 'announcement, p99', value: seen.announcement.p99, unit: seconds, aim: { atMost: 30 } },
      { name: 'reconnect, median', value: seen.reconnect.p50, unit: seconds },
      { name: 'reconnect, p99', value: seen.reconnect.p99, unit: seconds, aim: { atMost: 180 } },
    ];
  },
};
