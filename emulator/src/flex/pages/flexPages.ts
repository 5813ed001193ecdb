import { readFile } from 'node:fs/promises';
import type { Reply } from '../../kernel/route';
import { onceDone } from '../../pages/onceDone';
import type { PageAnswerer, PageRequest } from '../../pages/pageRoute';
import type { FlexContext } from '../flexContext';
import type { FlexHost } from '../host/buildFlexHost';
import { TRANSPARENT_PNG } from '../assets/pictures';
import type { FlexPage } from '../settings/flexSettings';
import { showAppConfig } from './appConfig';
import { bundleBrowserScripts } from './browserScripts';
import { CONTENT_POLICY } from './contentPolicy';
import { flexDocument, missingDocument, outsideDocument, signInDocument } from './documents';
import type { PolicyViolations } from './policyViolations';
import { sessionScript, signIn } from './signIn';
import { STYLESHEET } from './stylesheet';

const SCRIPT = 'text/javascript; charset=utf-8';
/** A year: the address changes with the bundle. */
const FOREVER = 'public, max-age=31536000, immutable';

const html = (status: number, body: string): Reply => ({
  status,
  body,
  headers: {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': CONTENT_POLICY,
  },
});
const script = (body: unknown, headers: Reply['headers'] = {}): Reply => ({
  status: 200,
  body,
  headers: { 'Content-Type': SCRIPT, ...headers },
});

/** The name a path's segment stands for; the segment itself when it isn't valid percent-encoding. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

export interface FlexPagesOptions {
  readonly context: FlexContext;
  readonly violations: PolicyViolations;
  /** Resolves with the bundle of Flex UI, built at the first call. */
  readonly host: () => Promise<FlexHost>;
}

/** Answers `http://<page>.localhost:<port>`: one signed-in Flex per name. */
export function createFlexPages({ context, violations, host }: FlexPagesOptions): PageAnswerer {
  const scripts = onceDone(bundleBrowserScripts);

  const answerScript = async (name: string, page: FlexPage): Promise<Reply | undefined> => {
    if (name === 'session') {
      const user = signIn(context, page.identity);
      return user && script(sessionScript(context, user, showAppConfig(context, user)));
    }
    const text = (await scripts())[name];
    return text === undefined ? undefined : script(text);
  };

  const answerHost = async (key: string): Promise<Reply | undefined> => {
    const built = await host();
    if (key !== built.key) return undefined;
    return script(await readFile(built.file), { 'Cache-Control': FOREVER, ETag: `"${built.key}"` });
  };

  const answerPlugin = async (name: string): Promise<Reply | undefined> => {
    const plugin = context.settings.current().plugins.find((one) => one.name === name);
    if (!plugin) return undefined;
    const bundle = await readFile(plugin.file).catch(() => undefined);
    return bundle
      ? script(bundle)
      : { status: 404, body: `${plugin.file} isn't there: build ${name} first.\n` };
  };

  const answerOwn = async (request: PageRequest, page: FlexPage): Promise<Reply | undefined> => {
    const [folder = '', name = ''] = request.path.split('/').slice(2);
    if (folder === 'policy-violations') {
      violations.report(request.host, request.rawBody);
      return { status: 204 };
    }
    if (folder === 'flex.css')
      return { status: 200, body: STYLESHEET, headers: { 'Content-Type': 'text/css' } };
    if (folder === 'sign-in') return html(200, signInDocument(page.label ?? page.identity));
    if (folder === 'outside') return html(200, outsideDocument(request.query.get('to') ?? ''));
    if (!request.path.endsWith('.js')) return undefined;
    if (folder === 'plugins') return answerPlugin(decodeSegment(name.slice(0, -'.js'.length)));
    if (folder === 'host') return answerHost(name.slice(0, -'.js'.length));
    return answerScript(folder.slice(0, -'.js'.length), page);
  };

  return async (request) => {
    const name = request.host.replace(/\.localhost$/, '');
    const { pages } = context.settings.current();
    const page = Object.hasOwn(pages, name) ? pages[name] : undefined;
    if (!page) return html(404, missingDocument(`There is no page ${name}`, Object.keys(pages)));
    if (request.path.startsWith('/_flex/')) return answerOwn(request, page);
    if (request.path === '/favicon.ico')
      return { status: 200, body: TRANSPARENT_PNG, headers: { 'Content-Type': 'image/png' } };
    if (request.method !== 'GET' || request.headers.accept?.includes('text/html') !== true) return undefined;
    if (!signIn(context, page.identity)) {
      return html(404, missingDocument(`Nobody has issued ${page.identity} a token`, Object.keys(pages)));
    }
    const { key } = await host();
    return html(200, flexDocument(page.label ?? page.identity, `/_flex/host/${key}.js`));
  };
}
