/** Asks `/_emulator{path}` of the local Twilio; resolves with status and JSON. */
export async function callAdmin(
  origin: string,
  method: 'GET' | 'POST',
  path: string,
  json?: unknown,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${origin}/_emulator${path}`, {
    method,
    ...(method === 'GET'
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(json ?? {}) }),
    signal: AbortSignal.timeout(5_000),
  });
  return { status: response.status, body: await response.json() };
}
