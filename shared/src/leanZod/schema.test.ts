import * as z from './index';

const Name = z.object({ name: z.string() });

describe('a lean schema', () => {
  it('gives what it parses', () => {
    expect(Name.parse({ name: 'ann', more: 1 })).toEqual({ name: 'ann' });
  });

  it('throws the issues of what it refuses', () => {
    let thrown: unknown;
    try {
      Name.parse({ name: 1 });
    } catch (error) {
      thrown = error;
    }

    expect(thrown).toBeInstanceOf(Error);
    expect(thrown).toMatchObject({ issues: [{ code: 'invalid_type', path: ['name'] }] });
  });

  it('gives its fields to be used elsewhere', () => {
    expect(Name.shape['name']?.safeParse('ann')).toEqual({ success: true, data: 'ann' });
  });
});
