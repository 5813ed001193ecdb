import { rememberConfig } from './rememberConfig';
import { required, withDefault, type Kind } from './setting';

const parsed: string[] = [];
const noted: Kind<string> = (value) => {
  parsed.push(value);
  return { value };
};
const spec = {
  queue: required(noted, { names: ['QUEUE', 'OLD_QUEUE'], description: 'A setting.' }),
  greeting: withDefault(noted, 'hello', { names: ['GREETING'], description: 'A setting.' }),
};
beforeEach(() => {
  parsed.length = 0;
});

describe('remembered configuration', () => {
  it('is read once for environments that say the same', () => {
    const read = rememberConfig(spec);

    const first = read({ QUEUE: 'a' });
    const second = read({ OLD_QUEUE: ' a ', OTHER: 'b' });

    expect(second).toBe(first);
    expect(first).toEqual({ ok: true, config: { queue: 'a', greeting: 'hello' } });
    expect(parsed).toEqual(['a', 'hello']);
  });

  it('is read again when a text changes, appears or goes', () => {
    const read = rememberConfig(spec);

    const readings = [{ QUEUE: 'a' }, { QUEUE: 'b' }, {}, { QUEUE: 'b', GREETING: 'hi' }].map((env) =>
      read(env),
    );

    expect(readings).toEqual([
      { ok: true, config: { queue: 'a', greeting: 'hello' } },
      { ok: true, config: { queue: 'b', greeting: 'hello' } },
      { ok: false, problems: ['Missing QUEUE'] },
      { ok: true, config: { queue: 'b', greeting: 'hi' } },
    ]);
  });
});
