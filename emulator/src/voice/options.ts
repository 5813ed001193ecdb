/** What Twilio's documents leave open about calls. */
export interface VoiceOptions {
  /**
   * Where the end of a conference comes among its callbacks: after everyone has left (`last`, unless told), or right
   * after whoever ended it, before the others.
   */
  readonly conferenceEnd?: 'last' | 'early';
  /**
   * Whether `announcement-fail` tells of a URL that can't be played. Twilio says that for now only its own errors do
   * (TwiML: Conference, statusCallbackEvent), so it doesn't unless told.
   */
  readonly announcementFailures?: 'silent' | 'told';
  /** Calls to telephones a second; the others wait as queued. Twilio's default is 1; none here unless told. */
  readonly callsPerSecond?: number | null;
}

export const readVoiceOptions = ({
  conferenceEnd = 'last',
  announcementFailures = 'silent',
  callsPerSecond = null,
}: VoiceOptions): Required<VoiceOptions> => ({ conferenceEnd, announcementFailures, callsPerSecond });
