import { mapCss } from './mapCss';

const mark = (address: string): string => `/_host/${address.slice('https://'.length)}`;

describe('a style rule', () => {
  it.each([
    ['bare', 'url(https://assets.flex.twilio.com/a.png)'],
    ['quoted', "url('https://assets.flex.twilio.com/a.png')"],
    ['doubly quoted, with blanks', 'url( "https://assets.flex.twilio.com/a.png" )'],
  ])('gets every address redirected: %s', (_kind, address) => {
    expect(mapCss(`.a{color:red;background:${address} no-repeat}`, mark)).toBe(
      '.a{color:red;background:url("/_host/assets.flex.twilio.com/a.png") no-repeat}',
    );
  });

  it('keeps pictures it carries itself', () => {
    const rule = '.a{background:url(data:image/png;base64,AAAA)}';

    expect(mapCss(rule, mark)).toBe(rule);
  });
});
