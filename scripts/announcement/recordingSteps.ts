import path from 'node:path';

/** What is said, by which of espeak-ng's voices (`espeak-ng --voices`). */
export interface Wording {
  /** e.g. `en-us`, `de`, `es-419`. */
  readonly voice: string;
  readonly first: string;
  /** Said again while the caller waits. */
  readonly again: string;
}

export const ENGLISH: Wording = {
  voice: 'en-us',
  first: 'The connection to your agent was interrupted. Please stay on the line, we are reconnecting you.',
  again: 'We are reconnecting you. Please stay on the line.',
};

/** A program and its arguments. */
export interface Step {
  readonly program: 'espeak-ng' | 'sox';
  readonly args: readonly string[];
}

const WORDS_PER_MINUTE = 150;
/** A telephone's: Twilio makes 8 kHz of everything else. */
const SAMPLES_PER_SECOND = 8_000;
const KBIT_PER_SECOND = 16;
const PAUSE_SECONDS = 5;

/**
 * The steps that make the recording `target` (an MP3) in `folder`, where their other files stay: what is said first, then
 * twice more what is said again, with pauses. Together about 30 s, after which the service starts it anew.
 */
export function recordingSteps({ voice, first, again }: Wording, folder: string, target: string): Step[] {
  const file = (name: string): string => path.join(folder, name);
  const speak = (name: string, text: string): Step => ({
    program: 'espeak-ng',
    args: ['-v', voice, '-s', String(WORDS_PER_MINUTE), '-w', file(name), '--', text],
  });
  const sox = (...args: readonly string[]): Step => ({ program: 'sox', args });
  return [
    speak('first.wav', first),
    speak('again.wav', again),
    sox(file('first.wav'), file('first-padded.wav'), 'pad', '0', String(PAUSE_SECONDS)),
    sox(file('again.wav'), file('again-padded.wav'), 'pad', '0', String(PAUSE_SECONDS)),
    sox(
      ...[file('first-padded.wav'), file('again-padded.wav'), file('again-padded.wav')],
      ...['-r', String(SAMPLES_PER_SECOND), '-c', '1', '-C', String(KBIT_PER_SECOND), target],
      // As loud as it gets without distortion.
      ...['norm', '-1'],
    ),
  ];
}
