import { redactBody } from './redact';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-_123';

describe('redactBody', () => {
  it('keeps the fields of a form', () => {
    expect(redactBody('WorkflowSid=WW1&Types=a&Types=b')).toEqual({ WorkflowSid: 'WW1', Types: ['a', 'b'] });
  });

  it('removes tokens by name and by look, at any depth', () => {
    const body = redactBody(
      JSON.stringify({ token: 'x', deep: [{ Authorization: 'y', text: `Bearer ${JWT}!` }] }),
    );

    expect(body).toEqual({
      token: '[removed]',
      deep: [{ Authorization: '[removed]', text: 'Bearer [removed]!' }],
    });
  });

  it('removes the local tokens', () => {
    expect(redactBody(`Value=local-${'0a'.repeat(32)}`)).toEqual({ Value: '[removed]' });
  });

  it('reads JSON as JSON even when it was posted as a form', () => {
    expect(redactBody('{"token":"secret","url":"/x"}')).toEqual({ token: '[removed]', url: '/x' });
  });

  it('never keeps a broken JSON body, which may hold a token anywhere', () => {
    expect(redactBody('{"token":"secret"')).toBe('[not valid JSON]');
  });

  it('removes what is secret by name from JSON inside a text, and from JSON encoded twice', () => {
    const text = '{"a":1,"password":"hunter2"}';

    expect(redactBody(`Attributes=${encodeURIComponent(text)}&Other={"a": 1}`)).toEqual({
      Attributes: '{"a":1,"password":"[removed]"}',
      Other: '{"a": 1}',
    });
    expect(redactBody(JSON.stringify(text))).toBe('{"a":1,"password":"[removed]"}');
  });

  it('cuts long texts, and removes a token that the cut would split', () => {
    const body = redactBody(`A=${'x'.repeat(4_090)}${JWT}&B=${'y'.repeat(5_000)}`);

    expect(body).toEqual({ A: `${'x'.repeat(4_090)}[remov…`, B: `${'y'.repeat(4_096)}…` });
  });

  it('has nothing to show for an empty body', () => {
    expect(redactBody('')).toBeUndefined();
  });
});
