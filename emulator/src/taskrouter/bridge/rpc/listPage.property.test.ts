import fc from 'fast-check';
import type { TwilioRequest } from '../../../kernel/route';
import { listPage, type ListPage } from './listPage';

const ask = (query: Record<string, string>): TwilioRequest => ({
  method: 'GET',
  host: 'event-bridge.twilio.com',
  path: '/Workspaces/WS1/Workers',
  params: {},
  query: new URLSearchParams(query),
  form: new URLSearchParams(),
  json: undefined,
  rawBody: '',
  headers: {},
});

describe('listPage', () => {
  it.each(['AfterSid', 'NextToken'])('shows every item once when followed by %s', (parameter) => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 20 }), (length, pageSize) => {
        const items = Array.from({ length }, (_, index) => ({ sid: `WK${index}` }));
        const seen: unknown[] = [];
        for (let after: string | null = ''; after !== null;) {
          const query: Record<string, string> = {
            PageSize: String(pageSize),
            ...(after === '' ? {} : { [parameter]: after }),
          };
          const page: ListPage = listPage(ask(query), items, ({ sid }) => sid);
          expect(page.contents.length).toBeLessThanOrEqual(pageSize);
          seen.push(...page.contents);
          after = parameter === 'AfterSid' ? page.after_sid : page.meta.next_token;
        }
        expect(seen).toEqual(items.map(({ sid }) => sid));
      }),
    );
  });

  it('refuses a page size TaskRouter does not have', () => {
    expect(() => listPage(ask({ PageSize: '0' }), [], String)).toThrow('PageSize');
    expect(() => listPage(ask({ PageSize: '1001' }), [], String)).toThrow('PageSize');
  });
});
