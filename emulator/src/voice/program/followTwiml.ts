import { endCall } from '../calls/endCall';
import { progressCall } from '../calls/callStatus';
import { VERBS_IN_A_ROW_MAX } from '../limits';
import type { Call } from '../model';
import type { VoiceState } from '../state';
import { parseTwiml, SCHEMA_FAILURE, TwimlError } from '../twiml/parseTwiml';
import type { XmlElement } from '../twiml/parseXml';
import { fetchTwiml } from './fetchTwiml';
import { isCurrent, type Run, type Step } from './run';
import { VERBS } from './verbs';

/** TwiML as such, or where it is. */
export type TwimlSource =
  { readonly twiml: string } | { readonly url: string; readonly method: 'GET' | 'POST' };

/** Has a leg follow TwiML from now on, whatever it did before; where it was is the caller's matter. */
export function followTwiml(state: VoiceState, call: Call, source: TwimlSource): void {
  call.errand += 1;
  call.leave = () => undefined;
  const run: Run = { state, call, errand: call.errand, baseUrl: null, inARow: 0 };
  void start(run, source);
}

async function start(run: Run, source: TwimlSource): Promise<void> {
  try {
    const verbs =
      'twiml' in source ? parseTwiml(source.twiml) : await fetchTwiml(run, source.url, source.method);
    await followVerbs(run, verbs);
  } catch (error) {
    if (!(error instanceof TwimlError)) throw error;
    fail(run, error);
  }
}

/** "We are sorry, an application error has occurred": the call ends, the debugger has the error. */
function fail({ state, call, ...run }: Run, error: TwimlError): void {
  state.alert(error.code, `${error.message} (call ${call.sid})`);
  if (call.errand !== run.errand) return;
  endCall(state, call, 'updated', call.status === 'in-progress' ? 'completed' : 'failed');
}

/** Goes through verbs and the documents they lead to; at the end of the last one the call is hung up. */
async function followVerbs(run: Run, first: readonly XmlElement[]): Promise<void> {
  let verbs: readonly XmlElement[] | null = first;
  while (verbs && isCurrent(run)) {
    const step: Step = await throughDocument(run, verbs);
    if (!isCurrent(run) || step === 'stop') return;
    verbs = step === 'next' ? null : await fetchTwiml(run, step.url, step.method, step.form);
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
