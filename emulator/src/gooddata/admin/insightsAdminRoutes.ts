import { ok, type AdminRoute } from '../../admin/adminRoute';
import { isObject } from '../../kernel/isObject';
import { InvalidInput } from '../../kernel/jsonFields';
import type { TokenKind } from '../auth/sessions';
import type { Insights } from '../historicalReports';
import { readChange } from './readChange';

const PATTERN = '/_emulator/insights';

function readKind(value: unknown): TokenKind {
  if (value === 'sst' || value === 'tt') return value;
  throw new InvalidInput('revoke must be sst or tt');
}

/** Flex Insights: GET shows it, POST changes settings, adds rows and revokes tokens. */
export function insightsAdminRoutes(insights: Insights): readonly AdminRoute[] {
  return [
    { method: 'GET', pattern: PATTERN, handle: () => ok(insights.state()) },
    {
      method: 'POST',
      pattern: PATTERN,
      handle: ({ json }) => {
        const { revoke, ...change } = isObject(json) ? json : {};
        const read = readChange(isObject(json) ? change : json);
        if (revoke !== undefined) insights.revoke(readKind(revoke));
        insights.configure(read);
        return ok(insights.state());
      },
    },
  ];
}
