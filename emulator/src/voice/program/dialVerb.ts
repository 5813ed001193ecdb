import { given } from '../../kernel/given';
import { createParticipant } from '../conferences/createParticipant';
import { joinConference } from '../conferences/joinConference';
import { openConference } from '../conferences/openConference';
import { CONFERENCE_EVENTS, readEvents, type Callback } from '../callback';
import { PARTICIPANTS_MAX } from '../limits';
import { countOf, flagOf, methodOf, requireKnown, textOf } from '../twiml/attributes';
import { SCHEMA_FAILURE, TwimlError } from '../twiml/parseTwiml';
import type { XmlElement } from '../twiml/parseXml';
import { isCurrent, urlIn, type Run, type Step } from './run';

/** Only what was asked for is sent; `start end` unless given (TwiML: Conference). */
function callbackOf(run: Run, element: XmlElement): Callback | null {
  const url = textOf(element, 'statusCallback');
  if (url === undefined) return null;
  return {
    url: urlIn(run, url),
    method: methodOf(element, 'statusCallbackMethod'),
    events: readEvents(textOf(element, 'statusCallbackEvent') ?? CONFERENCE_EVENTS),
  };
}

/** Puts the leg into a conference until it is kicked or the conference ends. */
function takePart(run: Run, element: XmlElement): Promise<void> {
  const { state, call } = run;
  if (element.text === '') throw new TwimlError(SCHEMA_FAILURE, '<Conference> needs a name');
  const callSidToCoach = textOf(element, 'coach');
  const options = {
    muted: flagOf(element, 'muted', false),
    startConferenceOnEnter: flagOf(element, 'startConferenceOnEnter', true),
    endConferenceOnExit: flagOf(element, 'endConferenceOnExit', false),
    label: textOf(element, 'participantLabel') ?? null,
    waitUrl: textOf(element, 'waitUrl') ?? null,
    ...(callSidToCoach === undefined ? {} : { coaching: true, callSidToCoach }),
  };
  const founding = given({
    callback: callbackOf(run, element),
    maxParticipants: countOf(element, 'maxParticipants', PARTICIPANTS_MAX, 2),
  });
  const conference = openConference(state, element.text);
  return new Promise((resolve) => {
    joinConference(
      state,
      createParticipant(state, conference, call, { ...options, founding, onLeft: resolve }),
    );
  });
}

/** `<Dial>` with a `<Conference>`; Twilio's other nouns aren't played here. */
export async function dialVerb(run: Run, element: XmlElement): Promise<Step> {
  requireKnown(element, ['Conference']);
  const [conference] = element.children;
  if (!conference) throw new TwimlError(SCHEMA_FAILURE, 'The local Twilio dials conferences only');
  run.inARow = 0;
  await takePart(run, conference);
  if (!isCurrent(run)) return 'stop';
  run.call.leave = () => undefined;
  const action = textOf(element, 'action');
  if (action === undefined) return 'next';
  return { url: urlIn(run, action), method: methodOf(element), form: { DialCallStatus: 'answered' } };
}
