import { isObject } from '../../kernel/isObject';
import type { AdminClient } from './adminClient';
import { waitUntil } from './waitUntil';

type Fields = Readonly<Record<string, unknown>>;

/** Somebody who called in, as the played customer of the local Twilio. */
export interface Caller {
  readonly callSid: string;
  /** What the local Twilio says of the call now: `status`, `hears`, `taskSid`, `with`, … */
  look(): Promise<Fields>;
  /** Waits until what it says is as wanted. */
  until(what: string, holds: (call: Fields) => boolean): Promise<Fields>;
  hangUp(): Promise<void>;
}

/** Somebody who writes in a web chat. */
export interface Chatter {
  readonly conversationSid: string;
  look(): Promise<Fields>;
  until(what: string, holds: (chat: Fields) => boolean): Promise<Fields>;
  write(body: string): Promise<void>;
  leave(): Promise<void>;
}

/** The customers of the contact centre, played through `/_emulator/customers`. */
export interface Customer {
  call(call: {
    readonly from: string;
    readonly to?: string;
    readonly name?: string;
    readonly attributes?: Fields;
  }): Promise<Caller>;
  chat(chat: { readonly name: string; readonly workflow?: string }): Promise<Chatter>;
}

function textOf(answer: unknown, name: string): string {
  const value = isObject(answer) ? answer[name] : undefined;
  if (typeof value === 'string') return value;
  throw new Error(`The local Twilio answered without ${name}.`);
}

/** Plays customers on the local Twilio. */
export function createCustomer(admin: AdminClient): Customer {
  const follow = (path: string) => {
    const look = async (): Promise<Fields> => {
      const answer = await admin.get(path);
      return isObject(answer) ? answer : {};
    };
    return {
      look,
      until: (what: string, holds: (seen: Fields) => boolean): Promise<Fields> =>
        waitUntil(admin, `the customer: ${what}`, async () => {
          const seen = await look();
          return holds(seen) && seen;
        }),
      tell: async (verb: string, body: Fields = {}): Promise<void> => {
        await admin.post(`${path}/${verb}`, body);
      },
    };
  };
  return {
    async call(call) {
      const callSid = textOf(await admin.post('customers/calls', call), 'callSid');
      const { look, until, tell } = follow(`customers/calls/${callSid}`);
      return { callSid, look, until, hangUp: () => tell('hangup') };
    },
    async chat(chat) {
      const conversationSid = textOf(await admin.post('customers/chats', chat), 'conversationSid');
      const { look, until, tell } = follow(`customers/chats/${conversationSid}`);
      return {
        conversationSid,
        look,
        until,
        write: (body) => tell('messages', { body }),
        leave: () => tell('leave'),
      };
    },
  };
}
