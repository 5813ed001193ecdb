import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_ARGUMENTS } from './chromiumArguments';
import { findChromium } from './findChromium';

/** Starts the system's Chromium with a fresh profile; rejects with what to install when there is none. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: findChromium(), headless: true, args: [...CHROMIUM_ARGUMENTS] });
