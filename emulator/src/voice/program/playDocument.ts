import type { Clock } from '../../kernel/clock';
import { VERBS_IN_A_ROW_MAX } from '../limits';
import type { Hears } from '../model';
import { methodOf } from '../twiml/attributes';
import { SCHEMA_FAILURE, TwimlError } from '../twiml/parseTwiml';
import type { XmlElement } from '../twiml/parseXml';
import { resolveUrl, type TwimlUrl } from './fetchTwiml';
import { pause } from './pause';
import { isSound, lengthOf, soundOf } from './sounds';

/** Who hears a document that only makes sounds: a waitUrl's or an announcement's. */
export interface Audience {
  /** False once nobody listens any more. */
  isThere(): boolean;
  hear(sound: Hears): void;
  /** Asks for a document. Throws TwimlError. */
  fetch(source: TwimlUrl): Promise<readonly XmlElement[]>;
  /** `<Leave>`, where there is something to leave. */
  readonly leave?: () => void;
}

/** Plays a document, and those it redirects to, to their end. Throws TwimlError. */
export async function playDocument(clock: Clock, audience: Audience, source: TwimlUrl): Promise<void> {
  let inARow = 0;
  let next: TwimlUrl | undefined = source;
  while (next && audience.isThere()) {
    const current: TwimlUrl = next;
    next = undefined;
    for (const verb of await audience.fetch(current)) {
      if (!audience.isThere()) return;
      if (++inARow > VERBS_IN_A_ROW_MAX) throw new TwimlError(11_206, 'Too many verbs without a pause');
      if (verb.name === 'Leave' && audience.leave) {
        audience.leave();
        return;
      }
      if (verb.name === 'Redirect') {
        next = { url: resolveUrl(current.url, verb.text), method: methodOf(verb) };
        break;
      }
      if (!isSound(verb)) throw new TwimlError(SCHEMA_FAILURE, `<${verb.name}> may not be played here`);
      const length = lengthOf(verb);
      if (length === 0) continue;
      audience.hear(soundOf(verb));
      inARow = 0;
      await pause(clock, length);
    }
  }
}
