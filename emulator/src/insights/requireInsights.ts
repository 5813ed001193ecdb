import { TwilioError } from '../kernel/twilioError';
import type { TunnelSession } from '../twilsock/tunnel';

/** 403 / 54007 for a client whose token isn't Flex's: only Flex has live queries. */
export function requireInsights({ product }: TunnelSession): void {
  if (product !== 'flex_insights') throw new TwilioError(403, 54007, 'Access forbidden for identity');
}
