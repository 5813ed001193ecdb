import * as z from 'zod/mini';
import { CallSid, ConferenceSid, type AccountSid } from '../contracts/sids';
import { orUndefinedWhenGone } from './orUndefinedWhenGone';
import { readBody } from './readBody';
import type { TwilioApi } from './twilioApi';
import { UpstreamError } from './upstreamError';
import type { Instruction, ParticipantSnapshot, VoicePort } from './voicePort';

const Participant = z.object({
  call_sid: CallSid,
  conference_sid: ConferenceSid,
  hold: z.boolean(),
  end_conference_on_exit: z.boolean(),
});
const Participants = z.object({
  participants: z.array(Participant),
  next_page_uri: z.nullish(z.string()),
});
const CallBody = z.object({ status: z.string() });

/** Twilio: a conference holds at most 250. */
const PAGE_SIZE = 100;
const MAX_PAGES = 5;
/** "Call is not in-progress. Cannot redirect." */
const CALL_ENDED = 21_220;
const ENDED = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled']);

/** Twilio's conferences and calls of one account, for one request (whose deadline `api` keeps). */
export const voicePort = ({
  api,
  accountSid,
}: {
  readonly api: TwilioApi;
  readonly accountSid: AccountSid;
}): VoicePort => {
  const host = 'https://api.twilio.com';
  const account = `${host}/2010-04-01/Accounts/${accountSid}`;
  const conference = (name: string) => `${account}/Conferences/${name}`;
  const participant = (name: string, callSid: string) => `${conference(name)}/Participants/${callSid}.json`;
  const read = (url: string) => orUndefinedWhenGone(api({ effect: 'read', method: 'get', url }));
  const write = (url: string, form: Readonly<Record<string, string>>) =>
    orUndefinedWhenGone(api({ effect: 'update', method: 'post', url, form }));

  return {
    async listParticipants(name) {
      const found: ParticipantSnapshot[] = [];
      let url: string | undefined = `${conference(name)}/Participants.json?PageSize=${PAGE_SIZE}`;
      for (let page = 1; url !== undefined && page <= MAX_PAGES; page += 1) {
        const answer = await read(url);
        if (answer === undefined) return found;
        const { participants, next_page_uri: next } = readBody(Participants, answer.body);
        found.push(...participants.map(snapshotOf));
        // v2010 pages are relative; only their path is used, so that credentials go to no other host.
        url = next ? host + new URL(next, host).pathname + new URL(next, host).search : undefined;
      }
      return found;
    },
    async fetchParticipant(name, callSid) {
      const answer = await read(participant(name, callSid));
      return answer && snapshotOf(readBody(Participant, answer.body));
    },
    async updateParticipant(name, callSid, { hold, endConferenceOnExit }) {
      const answer = await write(participant(name, callSid), {
        ...(hold !== undefined && { Hold: String(hold) }),
        ...(endConferenceOnExit !== undefined && { EndConferenceOnExit: String(endConferenceOnExit) }),
      });
      return answer && snapshotOf(readBody(Participant, answer.body));
    },
    async announce(conferenceSid, url) {
      const form = { AnnounceUrl: url, AnnounceMethod: 'GET' };
      return (await write(`${conference(conferenceSid)}.json`, form)) ? 'announced' : 'gone';
    },
    async endConference(conferenceSid) {
      return (await write(`${conference(conferenceSid)}.json`, { Status: 'completed' })) ? 'ended' : 'gone';
    },
    async redirectCall(callSid, instruction) {
      const url = `${account}/Calls/${callSid}.json`;
      try {
        // A create, as far as repeats go: each one starts the instruction again.
        const call = api({ effect: 'create', method: 'post', url, form: formOf(instruction) });
        return (await orUndefinedWhenGone(call)) ? 'redirected' : 'gone';
      } catch (error) {
        if (error instanceof UpstreamError && error.facts.twilioCode === CALL_ENDED) return 'gone';
        throw error;
      }
    },
    async isCallLive(callSid) {
      const answer = await read(`${account}/Calls/${callSid}.json`);
      return answer && !ENDED.has(readBody(CallBody, answer.body).status);
    },
  };
};

const formOf = (instruction: Instruction): Readonly<Record<string, string>> =>
  'url' in instruction ? { Url: instruction.url, Method: 'POST' } : { Twiml: instruction.twiml };

const snapshotOf = (body: z.infer<typeof Participant>): ParticipantSnapshot => ({
  callSid: body.call_sid,
  conferenceSid: body.conference_sid,
  hold: body.hold,
  endConferenceOnExit: body.end_conference_on_exit,
});
