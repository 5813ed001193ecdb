import type { Contract } from '../contracts/contract';
import type { Endpoint } from '../endpoint/endpoint';
import type { BasePorts } from '../endpoint/ports';
import { DeadlineExceeded } from '../errors/deadlineExceeded';
import { rememberConfig } from './config/rememberConfig';
import { corsHeaders } from './cors';
import { startDeadline } from './deadline';
import type { MakeGate } from './gate';
import { handleRequest } from './handleRequest';
import { isWebhook } from './isWebhook';
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
  readonly platform?: Platform;
}

/** Twilio stops a Function after 10 s, and Event Streams and TaskRouter stop waiting for a webhook after 5 s. */
const DEADLINE_MS = { user: 8_000, webhook: 4_500 };

/**
 * An endpoint as a Twilio Function, behind the gate that its contract's access asks for. Whatever happens the callback is
 * called exactly once, with JSON that a page of an allowed origin can read. The function isn't async: runtimes before
 * handler 2.1.2 only know callbacks.
 */
export function twilioFunction<Config extends object, Ports extends BasePorts, C extends Contract>(
  endpoint: Endpoint<Ports, C>,
  gate: MakeGate,
  wiring: Wiring<Config, Ports>,
  options: FunctionOptions = {},
): TwilioHandler {
  const { contract } = endpoint;
  const { access, name } = contract;
  const { platform = nodePlatform } = options;
  const { clock, ids, schedule } = platform;
  const deadlineMs = options.deadlineMs ?? (isWebhook(access) ? DEADLINE_MS.webhook : DEADLINE_MS.user);
  const handling = {
    endpoint,
    readSettings: rememberConfig(wiring.config),
    ports: wiring.ports,
    gate: gate(access),
  };

  return (context, event, callback) => {
    const request = readRequest(event);
    const correlationId = correlationIdOf(request.headers, ids);
    const log = jsonLog(platform, { service: wiring.service, function: name, correlationId });
    const headers = { 'X-Correlation-Id': correlationId, ...corsHeaders(context, request.headers.origin) };
    const { respond, respondError } = respondOnce({ callback, contract, headers, log, clock });

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
