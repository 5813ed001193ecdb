import type { CallSid, ConferenceSid } from '../contracts/sids';

/** A leg of a conference as Twilio's REST API gives it. */
export interface ParticipantSnapshot {
  readonly callSid: CallSid;
  readonly conferenceSid: ConferenceSid;
  readonly hold: boolean;
  readonly endConferenceOnExit: boolean;
}

export interface ParticipantChange {
  readonly hold?: boolean;
  readonly endConferenceOnExit?: boolean;
}

/** What a live call is told to do next: fetch TwiML, or follow this one. */
export type Instruction = { readonly url: string } | { readonly twiml: string };

/**
 * What our services ask of Twilio's conferences and calls. What has ended is `undefined` or `gone`; everything else that
 * goes wrong is thrown: UpstreamError (whose `outcome` says whether the effect may have happened) or DeadlineExceeded.
 */
export interface VoicePort {
  /** 1 read per 100 legs. A conference by SID, or the live one of a name; nobody when it has ended. */
  listParticipants(conference: string): Promise<readonly ParticipantSnapshot[]>;
  /** 1 read. */
  fetchParticipant(conference: string, callSid: CallSid): Promise<ParticipantSnapshot | undefined>;
  /**
   * 1 write. What comes back is what Twilio says it did: while a leg is on hold it answers 200 and leaves
   * `endConferenceOnExit` as it was, so read again what has to be certain.
   */
  updateParticipant(
    conference: string,
    callSid: CallSid,
    change: ParticipantChange,
  ): Promise<ParticipantSnapshot | undefined>;
  /** 1 write: everybody hears what the URL holds (audio, or TwiML that plays or says something). */
  announce(conferenceSid: ConferenceSid, url: string): Promise<'announced' | 'gone'>;
  /** 1 write. Idempotent. */
  endConference(conferenceSid: ConferenceSid): Promise<'ended' | 'gone'>;
  /** 1 write; it leaves its conference at once. Not idempotent: a second one starts the instruction again. */
  redirectCall(callSid: CallSid, instruction: Instruction): Promise<'redirected' | 'gone'>;
  /** 1 read: whether the call is live; undefined when Twilio does not know it. */
  isCallLive(callSid: CallSid): Promise<boolean | undefined>;
}
