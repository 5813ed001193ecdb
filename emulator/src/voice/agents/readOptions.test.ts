import { readOptions } from './readOptions';

describe('the parameters of an instruction', () => {
  it.each([
    ['REST', { To: 'client:alice', EndConferenceOnExit: 'true', Timeout: '20' }],
    ['an assignment callback', { to: 'client:alice', end_conference_on_exit: 'true', timeout: '20' }],
  ])('are the same by %s', (_, parameters) => {
    const options = readOptions('conference', parameters);

    expect(options.text('To')).toBe('client:alice');
    expect(options.flag('EndConferenceOnExit', false)).toBe(true);
    expect(options.seconds('Timeout')).toBe(20);
  });

  it("lose the older instructions' prefix", () => {
    const options = readOptions('dequeue', { DequeueFrom: '+1555', DequeuePostWorkActivitySid: 'WA1' });

    expect(options.text('From')).toBe('+1555');
    expect(options.text('PostWorkActivitySid')).toBe('WA1');
  });

  it('keep the names of a conference that only begin like the instruction', () => {
    const options = readOptions('conference', { ConferenceStatusCallback: 'https://example.com' });

    expect(options.text('ConferenceStatusCallback')).toBe('https://example.com');
  });

  it('are absent when they are empty', () => {
    const options = readOptions('conference', { To: '', Timeout: 'soon' });

    expect(options.text('To')).toBeUndefined();
    expect(options.flag('Muted', true)).toBe(true);
    expect(options.seconds('Timeout')).toBeUndefined();
  });
});
