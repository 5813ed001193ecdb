'use strict';
/*
 * For development and tests only: `node --require …/redirect.cjs <command>` with TWILIO_EMULATOR_ORIGIN set, or
 * `redirectTwilio(origin)` inside a test. Every connection to a Twilio host becomes a plain TCP connection to the local
 * Twilio; method, path, headers (also Host) and body stay as they are, so SDKs and production code need no hook.
 * Every other host that is not this machine is refused: nothing that runs under this preload reaches the outside.
 */
const childProcess = require('node:child_process');
const dns = require('node:dns');
const http = require('node:http');
const https = require('node:https');
const net = require('node:net');

/** Marks the installation on a module every copy of this file shares (a preload's, and a test's own). */
const INSTALLED = Symbol.for('patchbay.redirectTwilio');
const EMULATED = /(^|\.)(twilio\.com|twil\.io|ytica\.com)$/i;
const LOOPBACK = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/i;

/** Replaces a property; returns what puts the original back. */
function replace(owner, name, wrap) {
  const original = owner[name];
  owner[name] = wrap(original);
  return () => {
    owner[name] = original;
  };
}

function refusal(host, target) {
  const reason = target
    ? "only Twilio's hosts are redirected to the local Twilio, and nothing else leaves this machine"
    : 'the redirect preload is loaded, but TWILIO_EMULATOR_ORIGIN does not say where the local Twilio is';
  return Object.assign(new Error(`Connection to ${host} refused: ${reason}`), {
    code: 'ENOTREDIRECTED',
    host,
  });
}

const redirectAgent = (Agent, target) =>
  replace(Agent.prototype, 'createConnection', (original) => {
    return function createConnection(options, callback) {
      const host = options.host || options.hostname || options.servername || 'localhost';
      if (options.socketPath || LOOPBACK.test(host)) return original.call(this, options, callback);
      if (target && EMULATED.test(host)) {
        const { hostname, port } = target;
        return net.connect({
          host: hostname,
          port: Number(port),
          noDelay: true,
          keepAlive: Boolean(options.keepAlive),
        });
      }
      // By the callback the refusal becomes the request's own `error` event; thrown, it would end the process.
      process.nextTick(callback, refusal(host, target));
      return undefined;
    };
  });

/** fetch has connections of its own and does not let callers set Host: the destination travels in a header instead. */
const redirectFetch = (target) =>
  replace(globalThis, 'fetch', (original) => async (input, init) => {
    const request = new Request(input, init);
    const { hostname, host, pathname, search } = new URL(request.url);
    if (LOOPBACK.test(hostname)) return original(request);
    if (!target || !EMULATED.test(hostname))
      throw new TypeError('fetch failed', { cause: refusal(hostname, target) });
    const headers = new Headers(request.headers);
    headers.set('x-emulator-host', host);
    return original(new URL(pathname + search, target), {
      method: request.method,
      headers,
      body: request.body,
      ...(request.body ? { duplex: 'half' } : {}),
      redirect: request.redirect,
      signal: request.signal,
    });
  });

/** Whoever connects past the agents (a WebSocket, another HTTP stack) still has to look its host up. */
function refuseLookups(target) {
  const refuses = (host) =>
    typeof host === 'string' && host !== '' && !LOOPBACK.test(host) && net.isIP(host) === 0;
  return [
    replace(dns, 'lookup', (original) => (host, options, callback) => {
      if (!refuses(host)) return original(host, options, callback);
      process.nextTick(typeof options === 'function' ? options : callback, refusal(host, target));
    }),
    replace(dns.promises, 'lookup', (original) => async (host, options) => {
      if (refuses(host)) throw refusal(host, target);
      return original(host, options);
    }),
  ];
}

/** twilio-run forks a process per request with only its .env file's environment: the origin is handed on here. */
const handOnToForks = (origin) =>
  replace(childProcess, 'fork', (original) => (file, args, options) => {
    const [list, given] = Array.isArray(args) ? [args, options] : [[], args ?? options];
    const env = { ...(given?.env ?? process.env), TWILIO_EMULATOR_ORIGIN: origin };
    return original(file, list, { ...given, env });
  });

function install(origin) {
  const target = origin === undefined ? undefined : new URL(origin);
  if (target && (target.protocol !== 'http:' || !LOOPBACK.test(target.hostname))) {
    throw new Error(`TWILIO_EMULATOR_ORIGIN must be an http origin of this machine, not ${origin}`);
  }
  const previous = https.Agent[INSTALLED];
  previous?.undo();
  const steps = [
    redirectAgent(https.Agent, target),
    redirectAgent(http.Agent, target),
    redirectFetch(target),
    ...refuseLookups(target),
    ...(origin === undefined ? [] : [handOnToForks(origin)]),
  ];
  const current = { origin, undo: () => steps.forEach((step) => step()) };
  https.Agent[INSTALLED] = current;
  return () => {
    if (https.Agent[INSTALLED] !== current) return;
    current.undo();
    https.Agent[INSTALLED] = undefined;
    if (previous) install(previous.origin);
  };
}

module.exports = { redirectTwilio: (origin) => install(String(origin)) };

// Loaded by `--require`: without an origin everything outside is refused rather than let through to the real Twilio.
if (module.parent?.id === 'internal/preload') {
  install(process.env.TWILIO_EMULATOR_ORIGIN || undefined);
  if (!process.execArgv.includes(__filename)) process.execArgv.push('--require', __filename);
}
