/** A function's event, taken apart. */
export interface FunctionRequest {
  /** Lower-case names; of a repeated header the first. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parser the platform used; `none` for a request without a body, `other` for one it dropped. */
  readonly body: 'json' | 'form' | 'none' | 'other';
  /** Query and body merged as the platform does, without what belongs to the host. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The Flex token's field, of whatever type the caller made it. */
  readonly token: unknown;
}

/**
 * Takes an event apart. Twilio puts headers under `request` and spreads query and body beside it, so a field of that name
 * overwrites the headers: the caller only harms itself, every proof in them has to be right anyway.
 */
export function readRequest(event: object): FunctionRequest {
  const { request, Token: token, ...fields }: Record<string, unknown> = { ...event };
  const headers = readHeaders(request);
  return { headers, body: bodyKind(headers['content-type']), fields, token };
}

function readHeaders(request: unknown): Record<string, string> {
  const headers: Record<string, string> = {};
  if (!isRecord(request) || !isRecord(request.headers)) return headers;
  for (const [name, value] of Object.entries(request.headers)) {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof first === 'string') headers[name.toLowerCase()] = first;
  }
  return headers;
}

// The event has no method. Only a request with a body has a content type, so that tells POST from GET.
function bodyKind(contentType: string | undefined): FunctionRequest['body'] {
  const media = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (media === '') return 'none';
  if (media === 'application/json') return 'json';
  return media === 'application/x-www-form-urlencoded' ? 'form' : 'other';
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
