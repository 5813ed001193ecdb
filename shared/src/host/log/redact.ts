/** Names of fields whose values are never written. */
const SECRET_KEY =
  /token|secret|password|passwd|authorization|cookie|signature|credential|api_?key|attributes|phone|^(from|to|caller|called|body)$/i;

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // Header, payload and signature, or the five parts of Flex's encrypted tokens.
  [/\beyJ[\w-]{5,}(?:\.[\w-]*){1,4}/g, '[token]'],
  [/\b(Basic|Bearer)\s+[\w+/=.~-]{4,}/gi, '$1 [secret]'],
  // user:password@ in a URL
  [/\/\/[^\s/@]{1,200}@/g, '//[secret]@'],
  [
    /\b(token|secret|password|authorization|signature)(["']?\s*[=:]\s*["']?)[^\s"'&,;|]{1,2000}/gi,
    '$1$2[secret]',
  ],
  [/[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}/g, '[email]'],
  // Twilio writes an identity like user_40example_2Ecom.
  [/\b\w{1,64}_40\w{1,100}_2E\w{1,30}/g, '[email]'],
  // E.164, also as it looks in a URL; digits alone when they are long enough to be a number.
  [/(?:\+|%2B)\d{7,15}\b/gi, '[phone]'],
  [/(?<![\w.:-])\d{10,15}(?![\w.:-])/g, '[phone]'],
  // An auth token: 32 hex digits without the two letters that make a SID.
  [/(?<![0-9a-zA-Z])[0-9a-f]{32}(?![0-9a-zA-Z])/gi, '[secret]'],
];

/** Most texts are names and SIDs in which nothing is found: one search in place of nine. */
const ANY_PATTERN = new RegExp(PATTERNS.map(([pattern]) => pattern.source).join('|'), 'i');

const LONGEST = 1_000;

/** The text without tokens, credentials, phone numbers and addresses, at most 1,000 characters of it. */
export const redactText = (text: string): string => {
  // Cut before, so that the patterns' cost is bounded, generously, so that no secret is cut into something unrecognisable.
  const start = text.slice(0, 4 * LONGEST);
  const redacted = ANY_PATTERN.test(start)
    ? PATTERNS.reduce((current, [pattern, replacement]) => current.replace(pattern, replacement), start)
    : start;
  return redacted.slice(0, LONGEST);
};

export const isSecretKey = (key: string): boolean => SECRET_KEY.test(key);
