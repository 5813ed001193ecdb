import type { FlexTab } from '@patchbay/emulator/browser';

/** Lets the page read what it has copied; returns the way to read it. */
export async function readableClipboard({ page }: FlexTab): Promise<() => Promise<unknown>> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return () => page.evaluate('navigator.clipboard.readText()');
}

/** Has the browser forbid copying, as it does in a frame without the permission. Returns the way back. */
export async function forbidCopying({ page }: FlexTab): Promise<() => Promise<void>> {
  const browser = await page.context().newCDPSession(page);
  const { targetInfo } = await browser.send('Target.getTargetInfo');
  // Without it the browser's first profile is meant, which is nobody's.
  const browserContextId = targetInfo.browserContextId ?? '';
  const permission = { name: 'clipboard-write' };
  await browser.send('Browser.setPermission', { permission, setting: 'denied', browserContextId });
  return async () => {
    await browser.send('Browser.resetPermissions', { browserContextId });
  };
}
