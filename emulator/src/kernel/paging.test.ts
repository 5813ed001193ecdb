import { isoDate, page } from './paging';
import type { TwilioRequest } from './route';

const request = (query: string): TwilioRequest => ({
  method: 'GET',
  host: 'taskrouter.twilio.com',
  path: '/v1/Workspaces',
  params: {},
  query: new URLSearchParams(query),
  form: new URLSearchParams(),
  json: undefined,
  rawBody: '',
  headers: {},
});
const items = Array.from({ length: 120 }, (_, index) => index);
const pageOf = (query: string, maxPageSize?: number) =>
  page(request(query), 'workspaces', items, (item) => item, maxPageSize).body;

describe('a page', () => {
  it('holds 50 items unless told, and names the next by an absolute URL with a token', () => {
    const { workspaces, meta } = pageOf('FriendlyName=a%20b');

    expect(workspaces).toEqual(items.slice(0, 50));
    expect(meta).toEqual({
      first_page_url: 'https://taskrouter.twilio.com/v1/Workspaces?FriendlyName=a+b&PageSize=50&Page=0',
      key: 'workspaces',
      next_page_url:
        'https://taskrouter.twilio.com/v1/Workspaces?FriendlyName=a+b&PageSize=50&Page=1&PageToken=PA1',
      page: 0,
      page_size: 50,
      previous_page_url: null,
      url: 'https://taskrouter.twilio.com/v1/Workspaces?FriendlyName=a+b&PageSize=50&Page=0',
    });
  });

  it('leads through all items by its next URLs, and ends with null', () => {
    const seen: unknown[] = [];
    let next: string | null = 'https://taskrouter.twilio.com/?PageSize=40';
    while (next !== null) {
      const { workspaces, meta } = pageOf(new URL(next).search);
      seen.push(workspaces);
      next = meta.next_page_url;
    }

    expect(seen.flat()).toEqual(items);
  });

  it.each([
    ['PageSize=1000', 1000, 100],
    ['PageSize=0', 1, 1000],
    ['PageSize=many', 50, 1000],
    ['PageSize=101', 100, 100],
  ])('keeps its size within limits: %s', (query, size, max) => {
    expect(pageOf(query, max).meta.page_size).toBe(Math.min(size, max));
  });

  it.each(['Page=-1', 'Page=x', 'Page=0.7'])('starts at the beginning for %s', (query) => {
    expect(pageOf(query).meta.page).toBe(0);
  });
});

it('dates are in whole seconds', () => {
  expect(isoDate(Date.UTC(2026, 0, 1, 12, 0, 0, 999))).toBe('2026-01-01T12:00:00Z');
});
