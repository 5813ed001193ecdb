import * as z from 'zod/mini';
import type { SyncServiceSid } from '../contracts/sids';
import { orUndefinedWhenGone } from '../twilio/orUndefinedWhenGone';
import { readBody } from '../twilio/readBody';
import type { TwilioApi } from '../twilio/twilioApi';

const DocumentBody = z.object({
  sid: z.string(),
  revision: z.string(),
  data: z.object({ owner: z.string(), expiresAt: z.number(), value: z.unknown() }),
});

/** One of our records as Sync keeps it. `sid` is never used again, while a name can be; `revision` restarts with each. */
export type SyncDocument = z.infer<typeof DocumentBody>;

export interface DocumentContent {
  /** JSON text of owner, expiry and value. */
  readonly data: string;
  readonly ttlSeconds: number;
}

/** The three calls to Sync Documents that the store is made of; each throws UpstreamError or DeadlineExceeded. */
export interface SyncDocuments {
  /** 409/54301 when the name is taken. */
  create(uniqueName: string, content: DocumentContent): Promise<SyncDocument>;
  /** By SID or unique name. */
  fetch(name: string): Promise<SyncDocument | undefined>;
  /** 412/54103 when the revision is another. */
  update(sid: string, revision: string, content: DocumentContent): Promise<SyncDocument>;
}

/** Sync Documents of one service. */
export const syncDocuments = (api: TwilioApi, serviceSid: SyncServiceSid): SyncDocuments => {
  const url = `https://sync.twilio.com/v1/Services/${serviceSid}/Documents`;
  const form = ({ data, ttlSeconds }: DocumentContent) => ({ Data: data, Ttl: ttlSeconds });
  const read = ({ body }: { readonly body: object }) => readBody(DocumentBody, body);
  return {
    async create(uniqueName, content) {
      const fields = { UniqueName: uniqueName, ...form(content) };
      return read(await api({ effect: 'create', method: 'post', url, form: fields }));
    },
    async fetch(name) {
      const answer = await orUndefinedWhenGone(api({ effect: 'read', method: 'get', url: `${url}/${name}` }));
      return answer && read(answer);
    },
    async update(sid, ifMatch, content) {
      return read(
        await api({ effect: 'update', method: 'post', url: `${url}/${sid}`, form: form(content), ifMatch }),
      );
    },
  };
};
