/** Something that Twilio's uploader would let through silently, or refuse late. */
export interface Finding {
  /** A sentence: what is wrong, where. */
  readonly problem: string;
  /** The command or the edit that mends it. */
  readonly mend: string;
}
