/** Services on this machine, which the page may call across origins; their own CORS rules decide. */
const THIS_MACHINE =
  'http://localhost:* http://*.localhost:* http://127.0.0.1:* ws://localhost:* ws://*.localhost:* ws://127.0.0.1:*';

const DIRECTIVES = [
  "default-src 'self'",
  // Flex UI compiles its templates at run time (handlebars).
  "script-src 'self' 'unsafe-eval'",
  // Flex UI's own notices reload the page from an onClick attribute.
  "script-src-attr 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "font-src 'self' data:",
  `connect-src 'self' ${THIS_MACHINE}`,
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'report-uri /_flex/policy-violations',
];

/** The content policy of a local Flex page: nothing it loads or calls may leave this machine. */
export const CONTENT_POLICY = DIRECTIVES.join('; ');
