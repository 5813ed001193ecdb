import type { CheckFlexToken } from '../auth/flexToken';
import { checkFlexToken } from '../auth/flexToken';
import type { Contract } from '../contracts/contract';
import type { Endpoint } from '../endpoint/endpoint';
import type { BasePorts } from '../endpoint/ports';
import { DeadlineExceeded } from '../errors/deadlineExceeded';
import { rememberConfig } from './config/rememberConfig';
import { corsHeaders } from './cors';
import { startDeadline } from './deadline';
import { gateFor } from './gate';
import { handleRequest } from './handleRequest';
import { correlationIdOf } from './input/correlationId';
import { readRequest } from './input/request';
import { jsonLog } from './log/jsonLog';
import type { Platform } from './platform';
import { nodePlatform } from './platform';
import { respondOnce } from './respondOnce';
import type { TwilioHandler } from './twilioContext';
import type { Wiring } from './wiring';

export interface FunctionOptions {
  /** Milliseconds until the request is given up; 8,000, for webhooks 4,500 unless given. */
  readonly deadlineMs?: number;
  /** Names, in order, of the query parameters in the URL of a webhook that is checked by its signature. */
  readonly signedQuery?: readonly string[];
  readonly platform?: Platform;
  readonly checkToken?: CheckFlexToken;
}

/** Twilio stops a Function after 10 s, and Event Streams and TaskRouter stop waiting for a webhook after 5 s. */
const DEADLINE_MS = { user: 8_000, webhook: 4_500 };

/**
 * An endpoint as a Twilio Function. Whatever happens the callback is called exactly once, with JSON that a page of an
 * allowed origin can read. The function isn't async: runtimes before handler 2.1.2 only know callbacks.
 */
export function twilioFunction<Config extends object, Ports extends BasePorts, C extends Contract>(
  endpoint: Endpoint<Ports, C>,
  wiring: Wiring<Config, Ports>,
  options: FunctionOptions = {},
): TwilioHandler {
  const { access, name } = endpoint.contract;
  const { platform = nodePlatform, checkToken = checkFlexToken, signedQuery = [] } = options;
  const { clock, ids, schedule } = platform;
  const isWebhook = access.kind === 'twilio-basic-auth' || access.kind === 'twilio-signature';
  const deadlineMs = options.deadlineMs ?? (isWebhook ? DEADLINE_MS.webhook : DEADLINE_MS.user);
  const handling = {
    endpoint,
    readSettings: rememberConfig(wiring.config),
    ports: wiring.ports,
    gate: gateFor(access),
    signedQuery,
    checkToken,
  };

  return (context, event, callback) => {
    const request = readRequest(event);
    const correlationId = correlationIdOf(request.headers, ids);
    const log = jsonLog(platform, { service: wiring.service, function: name, correlationId });
    const headers = { 'X-Correlation-Id': correlationId, ...corsHeaders(context, request.headers.origin) };
    const { respond, respondError } = respondOnce({
      callback,
      headers,
      log,
      clock,
      wording: endpoint.contract,
    });

    const callOff = schedule(deadlineMs, () => {
      respondError(new DeadlineExceeded());
    });
    const deadline = startDeadline(clock, deadlineMs);
    handleRequest(handling, { request, context, correlationId, log, clock, ids, deadline })
      .then(respond)
      .catch(respondError)
      .finally(callOff);
  };
}
