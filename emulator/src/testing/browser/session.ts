import type { Browser, BrowserContext } from 'playwright-core';
import { type ContextWatch, watchContext } from './watchContext';

/** One person's browser: cookies, storage and cache of their own. */
export interface Session {
  readonly name: string;
  readonly context: BrowserContext;
  readonly watch: ContextWatch;
}

/** Size of the pages, in CSS pixels. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

const VIEWPORT: Viewport = { width: 1280, height: 800 };
const CLICK_PATIENCE_MS = 45_000;

/** Opens a browser context that notes what goes wrong in it. */
export async function openSession(
  browser: Browser,
  name: string,
  viewport: Viewport = VIEWPORT,
): Promise<Session> {
  const context = await browser.newContext({ viewport });
  context.setDefaultTimeout(CLICK_PATIENCE_MS);
  return { name, context, watch: watchContext(context, name) };
}
