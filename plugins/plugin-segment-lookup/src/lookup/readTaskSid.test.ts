import fc from 'fast-check';
import { readTaskSid } from './readTaskSid';

const sid = 'WT0123456789abcdef0123456789abcdef';
const space = fc.stringMatching(/^[ \t\n\r\u00a0\ufeff]{0,5}$/);

describe('what is typed as a Task SID', () => {
  it('is one in whatever case and with whatever space around it', () => {
    const cased = fc.array(fc.boolean(), { minLength: sid.length, maxLength: sid.length }).map((upper) =>
      Array.from(sid)
        .map((letter, at) => (upper[at] === true ? letter.toUpperCase() : letter.toLowerCase()))
        .join(''),
    );
    fc.assert(
      fc.property(space, cased, space, (before, typed, after) => {
        expect(readTaskSid(`${before}${typed}${after}`)).toBe(sid);
      }),
    );
  });

  it.each([
    '',
    '   ',
    sid.slice(0, -1),
    `${sid}0`,
    `WR${sid.slice(2)}`,
    `${sid.slice(0, -1)}g`,
    sid.slice(2),
    `${sid} ${sid}`,
    `W T${sid.slice(2)}`,
    '<img src=x>',
    'WT\u0130' + sid.slice(3),
  ])('is none when it is %j', (text) => {
    expect(readTaskSid(text)).toBeUndefined();
  });
});
