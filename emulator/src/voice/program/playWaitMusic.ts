import { TwimlError } from '../twiml/parseTwiml';
import type { TwimlUrl } from './fetchTwiml';
import { pause } from './pause';
import { playDocument, type Audience } from './playDocument';
import { ask, isCurrent, type Run } from './run';

/** Between two rounds of a document that makes no sound, so that it isn't asked for without a pause. */
const ROUND_MS = 1_000;

/**
 * Plays a waitUrl's TwiML round and round while the leg waits in line. `<Leave>` takes the leg out of it. What fails
 * leaves the caller with Twilio's own music.
 */
export async function playWaitMusic(run: Run, source: TwimlUrl): Promise<void> {
  const { call, state } = run;
  const { clock } = state;
  const audience: Audience = {
    isThere: () => isCurrent(run),
    hear(sound) {
      call.sound = sound;
    },
    fetch: (url) => ask(run, url),
    leave() {
      call.leave('updated');
    },
  };
  try {
    while (isCurrent(run)) {
      const startedAt = clock.now();
      await playDocument(clock, audience, source);
      if (clock.now() - startedAt < ROUND_MS) await pause(clock, ROUND_MS);
    }
  } catch (error) {
    if (!(error instanceof TwimlError)) throw error;
    state.alert(error.code, `${error.message} (waitUrl of call ${call.sid})`);
    if (isCurrent(run)) call.sound = { music: 'queue' };
  }
}
