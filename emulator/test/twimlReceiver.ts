import { startReceiver, type Receiver } from './receiver';

/** What a receiver answers with, once told. */
interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** A receiver of webhooks that can be told what to answer; 204 until then. */
export interface TwimlReceiver extends Receiver {
  /** For every path, or for one (`/announcement`). */
  answerWith(twiml: string, path?: string): void;
  /** Anything but TwiML. */
  reply(reply: Partial<Reply>, path?: string): void;
}

const EVERYWHERE = '';

export async function startTwimlReceiver(): Promise<TwimlReceiver> {
  const replies = new Map<string, Reply>();
  const receiver = await startReceiver((response, { url }) => {
    const { pathname } = new URL(url, 'http://localhost');
    const reply = replies.get(pathname) ?? replies.get(EVERYWHERE);
    if (!reply) response.writeHead(204).end();
    else response.writeHead(reply.status, { 'content-type': reply.contentType }).end(reply.body);
  });
  const set: TwimlReceiver['reply'] = (reply, path = EVERYWHERE) => {
    replies.set(path, { status: 200, contentType: 'text/xml', body: '', ...reply });
  };
  return {
    ...receiver,
    reply: set,
    answerWith(twiml, path) {
      set({ body: twiml }, path);
    },
  };
}
