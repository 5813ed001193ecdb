import { redactText } from './redact';

describe('text in the log', () => {
  it.each([
    ['a JWT', 'sent eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl to'],
    ['an encrypted token', 'x eyJ6aXAiOiJERUYiLCJraWQi..c2lnbmF0dXJl.e30.c2lnbmF0dXJl y'],
    ['a bearer header', 'Authorization: Bearer c2lnbmF0dXJl'],
    ['a basic header', 'basic c2lnbmF0dXJlOng='],
    ['credentials in a URL', 'https://twilio:c2lnbmF0dXJl@example.com/events'],
    ['a token in a URL', 'GET /x?Token=c2lnbmF0dXJl&TaskSid=WT1'],
    ['a quoted token', '{"token": "c2lnbmF0dXJl"}'],
  ])('loses %s', (_, text) => {
    expect(redactText(text)).not.toContain('c2lnbmF0dXJl');
  });

  it.each([
    ['+15551234567'],
    ['called %2B15551234567 twice'],
    ['from 15551234567'],
    ['tel:+4915112345678'],
    ['ann@example.com'],
    ['client:ann_40example_2Ecom'],
    ['0123456789abcdef0123456789abcdef'],
    ['key=0123456789ABCDEF0123456789ABCDEF'],
  ])('loses numbers, addresses and auth tokens: %s', (text) => {
    expect(redactText(text)).not.toMatch(/5551234567|15112345678|ann|0123456789/i);
  });

  it.each([
    `WT${'0123456789abcdef'.repeat(2)}`,
    `task WT${'a'.repeat(32)}, worker WK${'0'.repeat(32)}`,
    '2026-01-02T00:00:00.000Z',
    'twilio 20404 status 404 after 8000 ms',
    'at handler (/var/task/handlers/functions/transfer-task.js:120:45)',
  ])('keeps what one needs to find a mistake: %s', (text) => {
    expect(redactText(text)).toBe(text);
  });

  it('is cut, and still redacted at the cut', () => {
    const text = redactText(`${'a '.repeat(498)}+15551234567${'9'.repeat(10_000)}`);

    expect(text.length).toBeLessThanOrEqual(1_000);
    expect(text).not.toContain('555');
  });

  it('takes no longer for what is made to slow patterns down', () => {
    const startedAt = process.hrtime.bigint();

    for (const piece of ['eyJ.', 'a@', '_40', '+1', 'token=', '//', 'a.']) redactText(piece.repeat(100_000));

    expect(Number(process.hrtime.bigint() - startedAt) / 1e6).toBeLessThan(500);
  });
});
