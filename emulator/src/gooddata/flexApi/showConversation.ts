import type { Row } from '../model';
import { uuidOf } from '../uuidOf';
import { dateOf } from './showSegment';

/** What all segments of a conversation share: the conversation their tasks name, else the task. */
export const conversationOf = (row: Row): string => row['conversation_id'] ?? row.external_id;

/** A conversation as `flex-api.twilio.com` shows it, with the segments of its agents and queues. */
export function showConversation(
  accountSid: string,
  conversationId: string,
  rows: readonly Row[],
): Readonly<Record<string, unknown>> {
  return {
    account_id: uuidOf(accountSid),
    conversation_id: conversationId,
    segment_count: rows.length,
    segments: rows.map((row, order) => ({
      segment_id: row.segment_id,
      order,
      offset: 0,
      talk_time: Number(row['talk_time'] ?? 0),
      timestamp: dateOf(row),
      agent_name: row['agent'] ?? '',
    })),
  };
}
