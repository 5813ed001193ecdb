import { validateRequest, validateRequestWithBody } from 'twilio';
import { addBodyHash, signForm, signUrl } from './signature';

const TOKEN = '0123456789abcdef0123456789abcdef';

describe('signatures are what the official helper accepts', () => {
  it('for a form', () => {
    const url = 'https://x-1234.twil.io/events?b=2&a=1';
    const form = { EventType: 'task.created', TaskAttributes: '{"ä":"ö"}', AccountSid: 'AC1' };

    const signature = signForm(TOKEN, url, form);

    expect(validateRequest(TOKEN, signature, url, form)).toBe(true);
    expect(validateRequest(TOKEN, signature, url, { ...form, AccountSid: 'AC2' })).toBe(false);
    expect(validateRequest(TOKEN, signature, url.replace('x-1234', 'y'), form)).toBe(false);
  });

  it.each(['https://x.twil.io/events', 'https://x.twil.io/events?a=1'])('for JSON at %s', (configured) => {
    const body = '[{"id":"EV1","note":"ü"}]';

    const url = addBodyHash(configured, body);
    const signature = signUrl(TOKEN, url);

    expect(validateRequestWithBody(TOKEN, signature, url, body)).toBe(true);
    expect(validateRequestWithBody(TOKEN, signature, url, `${body} `)).toBe(false);
  });
});
