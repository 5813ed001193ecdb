import twilio from 'twilio';
import { redirectTwilio } from '../preload/redirect.cjs';
import { ValidatingClient } from './validatingClient';
import { NUMBER } from './voiceScenario';
import type { VoiceCentre } from './voiceCentre';

/** Third parties with a telephone. */
export const ANNA = '+15550000101';
export const BEN = '+15550000102';

/** The official SDK against a centre; every answer must be what Twilio's OpenAPI file says. */
export interface VoiceApi {
  readonly client: twilio.Twilio;
  /** Has the centre's receiver told everything about a conference: for the first to join. */
  readonly callback: { conferenceStatusCallback: string; conferenceStatusCallbackEvent: string[] };
  /** Calls somebody into a conference; resolves when he is in. */
  dialIn(name: string, to: string, options?: object): Promise<{ callSid: string; conferenceSid: string }>;
  stop(): void;
}

export function openVoiceApi({ local, receiver, settle }: VoiceCentre): VoiceApi {
  const stop = redirectTwilio(local.origin);
  const client = twilio(local.accountSid, local.authToken, {
    httpClient: new ValidatingClient('twilio_api_v2010.json'),
  });
  return {
    client,
    stop,
    callback: {
      conferenceStatusCallback: `${receiver.origin}/conference`,
      conferenceStatusCallbackEvent: 'start end join leave mute hold modify announcement'.split(' '),
    },
    async dialIn(name, to, options = {}) {
      const participant = await client
        .conferences(name)
        .participants.create({ from: NUMBER, to, ...options });
      await settle();
      return participant;
    },
  };
}

/** What a refused request was answered with. */
export const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'not refused',
    (error: unknown) =>
      error instanceof twilio.RestException ? { status: error.status, code: error.code } : error,
  );
