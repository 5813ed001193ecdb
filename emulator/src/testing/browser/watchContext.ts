import type { BrowserContext, Page } from 'playwright-core';

export type FindingKind = 'page error' | 'console error' | 'console warning' | 'left the machine' | 'crash';

/** Something a page did that nobody wants to see. */
export interface Finding {
  readonly kind: FindingKind;
  /** Whose page, e.g. `alice`. */
  readonly who: string;
  readonly text: string;
}

export interface ContextWatch {
  readonly findings: readonly Finding[];
  /** Everything the pages wrote to their consoles, the oldest forgotten. */
  readonly console: readonly string[];
}

const MAX_KEPT = 2_000;
const isLocal = (url: string): boolean => {
  const { protocol, hostname } = new URL(url);
  if (!/^(http|ws)s?:$/.test(protocol)) return true;
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1';
};

/** Notes what goes wrong in every page of a browser context, from its first script on. */
export function watchContext(context: BrowserContext, who: string): ContextWatch {
  const findings: Finding[] = [];
  const lines: string[] = [];
  const find = (kind: FindingKind, text: string): void => {
    if (findings.length < MAX_KEPT) findings.push({ kind, who, text });
  };
  const checkLocal = (url: string): void => {
    if (!isLocal(url)) find('left the machine', url);
  };
  const watch = (page: Page): void => {
    page.on('console', (message) => {
      lines.push(`[${message.type()}] ${message.text()}`);
      if (lines.length > MAX_KEPT) lines.shift();
      const where = `${message.text()} (${message.location().url})`;
      if (message.type() === 'error') find('console error', where);
      if (message.type() === 'warning') find('console warning', where);
    });
    page.on('pageerror', (error) => {
      const { stack = '', name, message } = error;
      // What was thrown needn't be an Error with a stack.
      find('page error', stack === '' ? `${name} ${message}` : stack);
    });
    page.on('crash', () => {
      find('crash', page.url());
    });
    page.on('request', (request) => {
      checkLocal(request.url());
    });
    page.on('websocket', (socket) => {
      checkLocal(socket.url());
    });
  };
  context.on('page', watch);
  return { findings, console: lines };
}
