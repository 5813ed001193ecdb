import type { Hears } from '../model';
import { countOf } from '../twiml/attributes';
import type { XmlElement } from '../twiml/parseXml';

/** Audio isn't emulated, its length is: about as fast as a voice speaks, and a short jingle. */
const CHARACTERS_PER_SECOND = 15;
const PLAY_MS = 5_000;

/** `loop="0"` is for ever: until hang-up or 1,000 rounds (TwiML: Say, Play). */
const FOR_EVER = 1_000;

/** Whether a verb only makes a sound, or none for a while. */
export const isSound = ({ name }: XmlElement): boolean => ['Say', 'Play', 'Pause'].includes(name);

/** What a `<Say>`, `<Play>` or `<Pause>` sounds like. */
export function soundOf({ name, text }: XmlElement): Hears {
  if (name === 'Say') return { say: text };
  return name === 'Play' ? { play: text } : { silence: true };
}

/** Milliseconds a `<Say>`, `<Play>` or `<Pause>` takes. Throws TwimlError. */
export function lengthOf(element: XmlElement): number {
  if (element.name === 'Pause') return countOf(element, 'length', 1) * 1000;
  const loop = countOf(element, 'loop', 1) || FOR_EVER;
  const once =
    element.name === 'Play' ? PLAY_MS : Math.ceil(element.text.length / CHARACTERS_PER_SECOND) * 1000;
  return once * loop;
}
