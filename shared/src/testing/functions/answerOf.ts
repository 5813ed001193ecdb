/** An answer of the service as a test compares it. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  /** The body byte by byte. */
  readonly text: string;
  readonly headers: Headers;
}

/** Reads an answer that must be a JSON object. */
export async function answerOf(response: Promise<Response>): Promise<Answer> {
  const { status, headers, text } = await response.then(async (answer) => ({
    status: answer.status,
    headers: answer.headers,
    text: await answer.text(),
  }));
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null) throw new Error(`Not an object: ${text}`);
  return { status, headers, text, body: { ...parsed } };
}
