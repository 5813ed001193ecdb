import { endCall } from '../calls/endCall';
import { progressCall } from '../calls/callStatus';
import { VERBS_IN_A_ROW_MAX } from '../limits';
import type { Call } from '../model';
import type { VoiceState } from '../state';
import { parseTwiml, SCHEMA_FAILURE, TwimlError } from '../twiml/parseTwiml';
import type { XmlElement } from '../twiml/parseXml';
import type { TwimlUrl } from './fetchTwiml';
import { ask, isCurrent, type Run, type Step } from './run';
import { VERBS } from './verbs';

/** TwiML as such, or where it is; and where Twilio asks when that fails. */
export type TwimlSource = ({ readonly twiml: string } | TwimlUrl) & { readonly fallback?: TwimlUrl };

type Form = Readonly<Record<string, string>>;

/** Has a leg follow TwiML from now on, whatever it did before; where it was is the caller's matter. */
export function followTwiml(state: VoiceState, call: Call, source: TwimlSource): void {
  call.errand += 1;
  call.leave = () => undefined;
  const run: Run = { state, call, errand: call.errand, baseUrl: null, inARow: 0 };
  void start(run, source);
}

async function start(run: Run, source: TwimlSource, form: Form = {}): Promise<void> {
  try {
    await followVerbs(run, 'twiml' in source ? parseTwiml(source.twiml) : await open(run, source, form));
  } catch (error) {
    if (!(error instanceof TwimlError)) throw error;
    run.state.alert(error.code, `${error.message} (call ${run.call.sid})`);
    if (isCurrent(run)) await fallBack(run, source.fallback, error);
  }
}

/** The fallback URL is told what failed where; without one, "an application error has occurred" and the call ends. */
async function fallBack(run: Run, fallback: TwimlUrl | undefined, { code }: TwimlError): Promise<void> {
  const { state, call } = run;
  if (!fallback) {
    endCall(state, call, 'updated', call.status === 'in-progress' ? 'completed' : 'failed');
    return;
  }
  run.inARow = 0;
  await start(run, fallback, { ErrorCode: String(code), ErrorUrl: run.baseUrl ?? '' });
}

/** Asks for a document; URLs in it are relative to its own. */
function open(run: Run, source: TwimlUrl, form?: Form): Promise<readonly XmlElement[]> {
  run.baseUrl = source.url;
  return ask(run, source, form);
}

/** Goes through verbs and the documents they lead to; at the end of the last one the call is hung up. */
async function followVerbs(run: Run, first: readonly XmlElement[]): Promise<void> {
  let verbs: readonly XmlElement[] | null = first;
  while (verbs && isCurrent(run)) {
    const step: Step = await throughDocument(run, verbs);
    if (!isCurrent(run) || step === 'stop') return;
    verbs = step === 'next' ? null : await open(run, step, step.form);
  }
  if (isCurrent(run)) endCall(run.state, run.call, 'updated', 'completed');
}

async function throughDocument(run: Run, verbs: readonly XmlElement[]): Promise<Step> {
  for (const verb of verbs) {
    const carryOut = VERBS[verb.name];
    if (!carryOut) throw new TwimlError(SCHEMA_FAILURE, `The local Twilio knows no verb <${verb.name}>`);
    run.inARow += 1;
    if (run.inARow > VERBS_IN_A_ROW_MAX) throw new TwimlError(11_206, 'Too many verbs without a pause');
    answer(run, verb);
    const step = await carryOut(run, verb);
    if (!isCurrent(run) || step !== 'next') return step;
  }
  return 'next';
}

/** Twilio picks up an inbound call at the first verb that isn't a refusal. */
function answer({ state, call }: Run, verb: XmlElement): void {
  if (call.status === 'ringing' && verb.name !== 'Reject') progressCall(state, call, 'in-progress');
}
