/** What Twilio's documents leave open about calls. */
export interface VoiceOptions {
  /**
   * Where the end of a conference comes among its callbacks: after everyone has left (`last`, unless told), or right
   * after whoever ended it, before the others.
   */
  readonly conferenceEnd?: 'last' | 'early';
}

export const readVoiceOptions = ({ conferenceEnd = 'last' }: VoiceOptions): Required<VoiceOptions> => ({
  conferenceEnd,
});
