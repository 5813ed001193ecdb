/** A webhook URL as configured, taken apart without normalising what gets signed. */
export interface WebhookUrl {
  /** What Twilio calls and signs: without user info, fragment and default port. */
  readonly publicUrl: string;
  readonly scheme: 'http' | 'https';
  /** Host as in the Host header: with a port only when it is not the scheme's own. */
  readonly host: string;
  readonly hostname: string;
  /** Path and query, byte for byte. */
  readonly pathAndQuery: string;
  /** `Basic …` from `user:pass@`. */
  readonly authorization?: string;
  /** The connection overrides, `rc=2&rp=all`. */
  readonly fragment: string;
}

const URL_PARTS = /^(https?):\/\/(?:([^/?#@]*)@)?([^/?#@]+)([^#]*)(?:#(.*))?$/i;

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Undefined for what is not an absolute http(s) URL. */
export function readWebhookUrl(url: string): WebhookUrl | undefined {
  const [, rawScheme, userInfo, authority, rest = '', fragment = ''] = URL_PARTS.exec(url) ?? [];
  if (rawScheme === undefined || authority === undefined) return undefined;
  const scheme = rawScheme.toLowerCase() === 'https' ? 'https' : 'http';
  const host = authority.replace(scheme === 'https' ? /:443$/ : /:80$/, '');
  const pathAndQuery = rest.startsWith('/') ? rest : `/${rest}`;
  const [user = '', ...password] = userInfo?.split(':') ?? [];
  const credentials = `${decode(user)}:${decode(password.join(':'))}`;
  return {
    publicUrl: `${scheme}://${host}${pathAndQuery}`,
    scheme,
    host,
    hostname: host.replace(/:\d+$/, '').toLowerCase(),
    pathAndQuery,
    ...(userInfo === undefined
      ? {}
      : { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }),
    fragment,
  };
}
