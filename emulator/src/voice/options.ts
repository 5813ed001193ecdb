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
}

export const readVoiceOptions = ({
  conferenceEnd = 'last',
  announcementFailures = 'silent',
}: VoiceOptions): Required<VoiceOptions> => ({ conferenceEnd, announcementFailures });
