import type { IdentityDirectory } from '../../iam/identities';
import { requireUser } from '../../iam/requireUser';
import { flexTokenOf } from '../../kernel/basicAuth';
import { isoDate, page } from '../../kernel/paging';
import type { Random } from '../../kernel/random';
import type { Reply, Route, TwilioRequest } from '../../kernel/route';
import { invalid } from '../../kernel/twilioError';
import type { InsightsContext } from '../insightsContext';
import type { Row } from '../model';
import { conversationOf, showConversation } from './showConversation';
import { showSegment } from './showSegment';

const SESSION_LIFETIME_MS = 60 * 60_000;
const RESERVATION = /^WR[0-9a-f]{32}$/i;

interface FlexAccount {
  readonly accountSid: string;
  readonly identities: IdentityDirectory;
  readonly random: Random;
}

/** The Flex token: as `token:<JWE>` by basic auth like elsewhere at Flex, as a bearer, or as it is. */
const tokenIn = (authorization: string | undefined): string | null =>
  flexTokenOf(authorization) ?? authorization?.replace(/^Bearer\s+/i, '') ?? null;

/** `flex-api.twilio.com/v1/Insights/…`: single segments and conversations of the data that reports are made of. */
export function flexInsightsRoutes(context: InsightsContext, account: FlexAccount): readonly Route[] {
  const { clock, settings } = context;
  const { accountSid, identities, random } = account;

  /** The account's own credentials don't do: these are the user's views. */
  const route = (
    method: Route['method'],
    name: string,
    answer: (request: TwilioRequest) => Reply,
  ): Route => ({
    method,
    pattern: `/v1/Insights/${name}`,
    auth: 'none',
    handle: (request) => {
      requireUser({ identities, clock }, tokenIn(request.headers.authorization));
      return answer(request);
    },
  });

  /** Each segment as it was restated last. */
  const segments = (): readonly Row[] => [
    ...new Map(context.rows.list().map(({ row }) => [row.segment_id, row])).values(),
  ];

  const createSession = ({ host, path }: TwilioRequest): Reply => ({
    status: 201,
    body: {
      workspace_id: settings.current().workspaceId,
      session_id: `-----BEGIN PGP MESSAGE-----\n\n${random.sid('')}${random.sid('')}\n-----END PGP MESSAGE-----\n`,
      session_expiry: isoDate(clock.now() + SESSION_LIFETIME_MS),
      base_url: 'https://analytics.ytica.com/',
      url: `https://${host}${path}`,
    },
  });

  const listSegments = (request: TwilioRequest): Reply => {
    const reservations = request.query.getAll('ReservationId');
    const segmentId = request.query.get('SegmentId');
    const wrong = reservations.find((sid) => !RESERVATION.test(sid));
    if (wrong !== undefined) throw invalid(`ReservationId ${wrong} is not a reservation's SID`);
    if (segmentId === null && reservations.length === 0)
      throw invalid('Missing required parameter SegmentId or ReservationId');
    const found = segments().filter(
      (row) => row.segment_id === segmentId || reservations.includes(row['reservation_id'] ?? ''),
    );
    return page(request, 'segments', found, (row) => showSegment(accountSid, row));
  };

  const listConversations = (request: TwilioRequest): Reply => {
    const segmentId = request.query.get('SegmentId');
    if (segmentId === null) throw invalid('Missing required parameter SegmentId');
    const all = segments();
    const segment = all.find((row) => row.segment_id === segmentId);
    const conversations = segment ? [conversationOf(segment)] : [];
    return page(request, 'conversations', conversations, (id) =>
      showConversation(
        accountSid,
        id,
        all.filter((row) => conversationOf(row) === id),
      ),
    );
  };

  return [
    route('POST', 'Session', createSession),
    route('GET', 'Segments', listSegments),
    route('GET', 'Conversations', listConversations),
  ];
}
