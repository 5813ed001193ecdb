import { formOf, queryOf } from '../../kernel/parameters';
import type { Route, TwilioRequest } from '../../kernel/route';
import { invalid, notFound, TwilioError } from '../../kernel/twilioError';
import { CALL_EVENTS } from '../callback';
import { hasEnded } from '../calls/callStatus';
import { createCall } from '../calls/createCall';
import { dial } from '../calls/dial';
import { endCall } from '../calls/endCall';
import { redirectCall } from '../calls/redirectCall';
import type { Call } from '../model';
import { followTwiml } from '../program/followTwiml';
import type { VoiceState } from '../state';
import { accountRoute, lastSid } from './accountRoute';
import { pageOf } from './pageOf';
import { readCallback, readSource } from './readForm';
import { showCall } from './shapes';

const required = (request: TwilioRequest, name: string, code: number): string => {
  const value = formOf(request).text(name);
  if (value !== undefined && value !== '') return value;
  throw new TwilioError(400, code, `No '${name}' number is specified`);
};

/** 21201 and 21213: no To, no From; 21205: nothing to do. */
function place(state: VoiceState, request: TwilioRequest): Call {
  const to = required(request, 'To', 21201);
  const from = required(request, 'From', 21213);
  const source = readSource(request);
  if (!source) throw new TwilioError(400, 21205, 'Url parameter is required');
  const timeout = formOf(request).integer('Timeout', 1, 600);
  const callback = readCallback(request, 'StatusCallback', CALL_EVENTS);
  const call = createCall(state, { from, to, direction: 'outbound-api', callback });
  dial(state, call, {
    timeout,
    onAnswer() {
      followTwiml(state, call, source);
    },
  });
  return call;
}

const notInProgress = (): TwilioError =>
  new TwilioError(400, 21220, 'Call is not in-progress. Cannot redirect.');

/** Ends, cancels or redirects a call. After its end everything is 400/21220. */
function change(state: VoiceState, call: Call, request: TwilioRequest): void {
  const form = formOf(request);
  const status = form.choice('Status', ['canceled', 'completed']);
  if (form.text('Url') !== undefined && form.text('Twiml') !== undefined)
    throw invalid('Twiml and url parameters are mutually exclusive');
  const source = readSource(request);
  const callback = readCallback(request, 'StatusCallback', CALL_EVENTS);
  if (hasEnded(call)) throw notInProgress();
  if (callback) call.callback = callback;
  if (status === 'completed') endCall(state, call, 'updated');
  // Canceling does nothing to a call that was answered (Call resource: Status).
  else if (status === 'canceled') {
    if (call.status !== 'in-progress') endCall(state, call, 'updated');
  } else if (source && !redirectCall(state, call, source)) throw notInProgress();
}

/** The Calls resource: list, fetch, place, redirect, end. */
export function callRoutes(state: VoiceState): readonly Route[] {
  const { accountSid } = state.context;
  const show = (call: Call): unknown => showCall(accountSid, call);
  const find = (request: TwilioRequest): Call => {
    const call = state.calls.get(lastSid(request, 'callSid'));
    if (!call) throw notFound(request.path);
    return call;
  };
  return [
    accountRoute(accountSid, 'GET', '/Calls', (request) => {
      const query = queryOf(request);
      const [to, from, status] = [query.text('To'), query.text('From'), query.text('Status')];
      const found = [...state.calls.values()]
        .filter((call) => call.to === (to ?? call.to) && call.from === (from ?? call.from))
        .filter((call) => call.status === (status ?? call.status));
      return pageOf(request, 'calls', found.reverse(), show);
    }),
    accountRoute(accountSid, 'POST', '/Calls', (request) => ({
      status: 201,
      body: show(place(state, request)),
    })),
    accountRoute(accountSid, 'GET', '/Calls/:callSid', (request) => ({
      status: 200,
      body: show(find(request)),
    })),
    accountRoute(accountSid, 'POST', '/Calls/:callSid', (request) => {
      const call = find(request);
      change(state, call, request);
      return { status: 200, body: show(call) };
    }),
  ];
}
