/** Jest's global teardown of the browser suites. */
export default async function stopAfterSuites(): Promise<void> {
  await globalThis.browserStack?.stop();
}
