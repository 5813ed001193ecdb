import { readFields, readRequest } from './readFields';

const form = (fields: Readonly<Record<string, string>>) =>
  readRequest({
    method: 'POST',
    host: 'flex-api.twilio.com',
    path: '/',
    params: {},
    query: new URLSearchParams(),
    form: new URLSearchParams(fields),
    json: undefined,
    rawBody: '',
    headers: {},
  });

describe('the fields of an interaction', () => {
  it('are the same by the names of REST and of the event bridge', () => {
    expect(form({ InteractionContextSid: 'HQ1' }).text('interaction_context_sid')).toBe('HQ1');
    expect(form({ noteSid: 'KQ1' }).text('note_sid')).toBe('KQ1');
    expect(form({ media_properties: '{"a":1}' }).object('media_properties')?.integer('a')).toBe(1);
  });

  it('are read as text even where they look like JSON', () => {
    expect(form({ Status: '1' }).text('status')).toBe('1');
    expect(form({ closeChannelIfLastParticipant: 'true' }).flag('close_channel_if_last_participant')).toBe(
      true,
    );
  });

  it.each([
    ['a number for a text', () => readFields({ a: 1 }).text('a')],
    ['nothing for a required text', () => readFields({}).requiredText('a')],
    ['a text for an object', () => readFields({ a: 'x' }).object('a')],
    ['an object for a list', () => readFields({ a: {} }).list('a')],
    ['a text in a list of objects', () => readFields({ a: ['x'] }).list('a')],
    ['a fraction for a whole number', () => readFields({ a: 1.5 }).integer('a')],
  ])('refuse %s with 400', (_, read) => {
    expect(read).toThrow('a is missing or not valid');
  });
});
