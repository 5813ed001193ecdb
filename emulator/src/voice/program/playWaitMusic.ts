import { VERBS_IN_A_ROW_MAX } from '../limits';
import { methodOf } from '../twiml/attributes';
import { SCHEMA_FAILURE, TwimlError } from '../twiml/parseTwiml';
import type { XmlElement } from '../twiml/parseXml';
import { fetchTwiml, resolveUrl } from './fetchTwiml';
import { isCurrent, pause, type Run } from './run';
import { hearOut } from './sounds';

/** Between two rounds of a document that makes no sound, so that it isn't asked for without a pause. */
const ROUND_MS = 1_000;

/**
 * Plays a waitUrl's TwiML round and round while the leg waits in line. `<Leave>` takes the leg out of it. What fails
 * leaves the caller with Twilio's own music.
 */
export async function playWaitMusic(run: Run, waitUrl: string, method: 'GET' | 'POST'): Promise<void> {
  const own: Run = { ...run };
  try {
    while (isCurrent(own)) {
      const startedAt = own.state.clock.now();
      await playOnce(own, waitUrl, method);
      if (own.state.clock.now() - startedAt < ROUND_MS) await pause(own, ROUND_MS);
      own.inARow = 0;
    }
  } catch (error) {
    if (!(error instanceof TwimlError)) throw error;
    own.state.alert(error.code, `${error.message} (waitUrl of call ${own.call.sid})`);
    if (isCurrent(own)) own.call.sound = { music: 'queue' };
  }
}

async function playOnce(run: Run, url: string, method: 'GET' | 'POST'): Promise<void> {
  for (const verb of await fetchTwiml(run, url, method)) {
    if (!isCurrent(run)) return;
    run.inARow += 1;
    if (run.inARow > VERBS_IN_A_ROW_MAX) throw new TwimlError(11_206, 'Too many verbs without a pause');
    if (verb.name === 'Leave') {
      run.call.leave('updated');
      return;
    }
    if (verb.name === 'Redirect') {
      await playOnce(run, resolveUrl(run, verb.text), methodOf(verb));
      return;
    }
    await hear(run, verb);
  }
}

async function hear(run: Run, verb: XmlElement): Promise<void> {
  if (!['Say', 'Play', 'Pause'].includes(verb.name)) {
    throw new TwimlError(SCHEMA_FAILURE, `<${verb.name}> is no verb for a waitUrl`);
  }
  await hearOut(run, verb, (sound) => {
    run.call.sound = sound;
  });
}
