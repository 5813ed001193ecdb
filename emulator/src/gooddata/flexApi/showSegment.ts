import type { Row } from '../model';
import { uuidOf } from '../uuidOf';

/** When a segment began, ISO 8601; null when its row doesn't say. */
export const dateOf = ({ date = '', time = '' }: Row): string | null =>
  date === '' ? null : `${date}T${time === '' ? '00:00:00' : time}Z`;

const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

/** A row as `flex-api.twilio.com` shows a segment. */
export function showSegment(accountSid: string, row: Row): Readonly<Record<string, unknown>> {
  const agentId = orNull(row['agent_id']);
  return {
    segment_id: row.segment_id,
    external_id: row.external_id,
    queue: orNull(row['queue']),
    external_contact: orNull(row['customer_phone']),
    external_segment_link_id: null,
    date: dateOf(row),
    account_id: uuidOf(accountSid),
    external_segment_link: null,
    agent_id: agentId === null ? null : uuidOf(agentId),
    agent_phone: null,
    agent_name: orNull(row['agent']),
    agent_team_name: null,
    agent_team_name_in_hierarchy: null,
    agent_link: null,
    customer_phone: orNull(row['customer_phone']),
    customer_name: orNull(row['customer_name']),
    customer_link: null,
    segment_recording_offset: null,
    media: null,
    assessment_type: null,
    assessment_percentage: null,
    url: `https://flex-api.twilio.com/v1/Insights/Segments/${encodeURIComponent(row.segment_id)}`,
  };
}
