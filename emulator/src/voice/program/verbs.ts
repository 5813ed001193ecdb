import { endCall } from '../calls/endCall';
import { methodOf } from '../twiml/attributes';
import { SCHEMA_FAILURE, TwimlError } from '../twiml/parseTwiml';
import type { XmlElement } from '../twiml/parseXml';
import { dialVerb } from './dialVerb';
import { enqueueVerb } from './enqueueVerb';
import { pause } from './pause';
import { isCurrent, urlIn, type Run, type Step } from './run';
import { lengthOf, soundOf } from './sounds';

type Verb = (run: Run, element: XmlElement) => Step | Promise<Step>;

async function heard(run: Run, element: XmlElement): Promise<Step> {
  const { call, state } = run;
  const length = lengthOf(element);
  if (length === 0) return 'next';
  call.sound = soundOf(element);
  run.inARow = 0;
  await pause(state.clock, length);
  if (isCurrent(run)) call.sound = { silence: true };
  return 'next';
}

function redirect(run: Run, element: XmlElement): Step {
  if (element.text === '') throw new TwimlError(SCHEMA_FAILURE, '<Redirect> needs a URL');
  return { url: urlIn(run, element.text), method: methodOf(element) };
}

function hangUp({ state, call }: Run): Step {
  endCall(state, call, 'updated', 'completed');
  return 'stop';
}

/** A refused call isn't answered: the caller hears busy, or that the number isn't in service. */
function reject({ state, call }: Run, element: XmlElement): Step {
  endCall(state, call, 'updated', element.attributes['reason'] === 'busy' ? 'busy' : 'no-answer');
  return 'stop';
}

/** The TwiML verbs there are; any other is an error, never skipped. */
export const VERBS: Readonly<Partial<Record<string, Verb>>> = {
  Say: heard,
  Play: heard,
  Pause: heard,
  Redirect: redirect,
  Hangup: hangUp,
  Reject: reject,
  Enqueue: enqueueVerb,
  Dial: dialVerb,
};
