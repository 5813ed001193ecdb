import { AttributesUnreadable } from './attributes';
import type { TwilioAnswer } from './requestTwilio';
import type { TwilioApi } from './twilioApi';
import { updateTaskAttributes } from './updateTaskAttributes';

const task = (attributes: string | null, etag?: string): TwilioAnswer => ({
  etag,
  body: {
    sid: `WT${'0'.repeat(32)}`,
    assignment_status: 'assigned',
    attributes,
    task_channel_unique_name: 'voice',
    date_created: '2026-01-01T00:00:00Z',
  },
});

describe('updateTaskAttributes', () => {
  it.each([
    ['attributes that are no JSON', task('{', '1')],
    ['attributes that are no object', task('[1]', '1')],
    ['no attributes', task(null, '1')],
    ['no version', task('{}')],
  ])('overwrites nothing when it reads %s', async (_name, answer) => {
    const calls: string[] = [];
    const api: TwilioApi = ({ method }) => {
      calls.push(method);
      return Promise.resolve(answer);
    };

    await expect(updateTaskAttributes(api, 'url', () => ({}))).rejects.toBeInstanceOf(AttributesUnreadable);
    expect(calls).toEqual(['get']);
  });
});
