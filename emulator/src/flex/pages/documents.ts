import { escapeHtml } from './escapeHtml';

const HEAD = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">';

/** The page of a Flex: the same for every path, since Flex UI routes by itself. */
export const flexDocument = (label: string, hostPath: string): string => `<!doctype html>
<html lang="en">
<head>
${HEAD}
<title>${escapeHtml(label)} – Twilio Flex (local)</title>
<script src="/_flex/shim.js"></script>
<script src="/_flex/session.js"></script>
<script src="/_flex/signIn.js"></script>
<link rel="stylesheet" href="/_flex/flex.css">
</head>
<body>
<div id="container"></div>
<script src="${escapeHtml(hostPath)}"></script>
<script src="/_flex/startFlex.js"></script>
</body>
</html>
`;

/** A page of a few words. `body` is HTML. */
const plainDocument = (title: string, body: string, scripts = ''): string => `<!doctype html>
<html lang="en">
<head>
${HEAD}
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/_flex/flex.css">
${scripts}</head>
<body class="plain">
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;

/** The stand-in for an identity provider: signs the page in and goes back to where Flex sent it from. */
export const signInDocument = (label: string): string =>
  plainDocument(
    'Signing in',
    `<p>as ${escapeHtml(label)}, in the local Flex.</p>\n<p><a href="/">Go on</a></p>`,
    '<script src="/_flex/session.js"></script>\n<script src="/_flex/signIn.js"></script>\n' +
      '<script src="/_flex/goBack.js"></script>\n',
  );

/** Where links off this machine end. */
export const outsideDocument = (address: string): string =>
  plainDocument(
    'This link leads outside',
    `<p>The local Flex stays on this machine. The address is</p>\n<p><code>${escapeHtml(address)}</code></p>`,
  );

/** What is shown where no page, or nobody to sign in, is configured. */
export const missingDocument = (title: string, pages: readonly string[]): string =>
  plainDocument(
    title,
    `<p>${pages.length > 0 ? 'There is Flex for' : 'No Flex page is configured yet.'}</p>\n<ul>${pages
      .map((page) => `<li>${escapeHtml(page)}</li>`)
      .join('')}</ul>`,
  );
