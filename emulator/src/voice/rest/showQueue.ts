import { rfc2822 } from '../rfc2822';
import type { VoiceQueue } from '../waiting/voiceQueue';

/** A workflow's voice queue as the API shows it. */
export function showQueue(accountSid: string, { sid, workflow, maxSize, waiting }: VoiceQueue, now: number) {
  const waited = waiting.map(({ since }) => (now - since) / 1000);
  const average = waited.reduce((sum, seconds) => sum + seconds, 0) / Math.max(1, waited.length);
  return {
    account_sid: accountSid,
    average_wait_time: Math.round(average),
    current_size: waiting.length,
    date_created: rfc2822(workflow.dateCreated),
    date_updated: rfc2822(workflow.dateUpdated),
    friendly_name: workflow.sid,
    max_size: maxSize,
    sid,
    uri: `/2010-04-01/Accounts/${accountSid}/Queues/${sid}.json`,
  };
}
