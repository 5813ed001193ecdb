import type { RawData, WebSocket } from 'ws';
import type { IdentityDirectory } from '../../iam/identities';
import { isObject } from '../../kernel/isObject';
import type { VoiceState } from '../state';
import { createSoftphone, type DrivenSoftphone, type SendSignal } from './createSoftphone';
import { readSignal, writeSignal, type SignalMessage } from './message';
import type { Softphones } from './softphones';

/** A frame of a line break: the SDK reconnects after 15 s of silence (`wstransport.ts`) and sends the same back. */
export const HEARTBEAT = '\n';

/** Where the local Twilio says it is. */
const PLACE = { edge: 'roaming', region: 'US_EAST_VIRGINIA', home: 'us1' };

/** The SDK's messages that need no answer here: keypad tones, call messages, and a media path there is none of. */
const IGNORED: ReadonlySet<string> = new Set(['dtmf', 'message', 'reinvite']);
/** An `invite` of the page is one with which it takes up a call again: nobody dials out. */
const ANSWERS: ReadonlySet<string> = new Set(['answer', 'invite']);

export interface DeviceDependencies {
  readonly state: VoiceState;
  readonly identities: IdentityDirectory;
  readonly softphones: Softphones;
}

/** A text frame; the SDK sends no others. */
const textOf = (data: RawData): string => (Buffer.isBuffer(data) ? data.toString('utf8') : '');

/** Takes over the signalling socket of one page's voice device, until it closes: its legs end with it at once. */
export function acceptDevice({ state, identities, softphones }: DeviceDependencies, socket: WebSocket): void {
  let phone: DrivenSoftphone | undefined;
  const send: SendSignal = (type, payload) => {
    if (socket.readyState === socket.OPEN) socket.send(writeSignal(type, payload));
  };

  const listen = (token: unknown): void => {
    const identity = typeof token === 'string' ? identities.find(token) : undefined;
    const now = state.clock.now();
    if (!identity || identity.revoked || identity.expiresAt <= now) {
      const isLate = identity !== undefined && !identity.revoked;
      const [code, message] = isLate ? [20104, 'Access Token expired'] : [20101, 'Invalid Access Token'];
      send('error', { error: { code, message } });
      return;
    }
    phone ??= createSoftphone(state, identity.identity, send);
    const ttl = Math.floor((identity.expiresAt - now) / 1000);
    send('connected', { ...PLACE, token: { identity: identity.identity, ttl } });
  };

  const register = (media: unknown): void => {
    if (!phone) return;
    // `{audio: false}` is how the SDK unregisters (`device.ts`, _sendPresence).
    if (isObject(media) && media['audio'] === false) softphones.unregister(phone);
    else softphones.register(phone);
    send('ready', PLACE);
  };

  const answer = ({ type, payload }: SignalMessage): void => {
    const callSid = String(payload['callsid']);
    if (type === 'listen') listen(payload['token']);
    else if (type === 'register') register(payload['media']);
    else if (ANSWERS.has(type)) phone?.answer(callSid);
    else if (type === 'hangup' || type === 'reject') phone?.hangUp(callSid);
    else if (!IGNORED.has(type)) state.alert(31_000, `The local Twilio knows no signalling message ${type}`);
  };

  socket.on('message', (data) => {
    const message = readSignal(textOf(data));
    if (message) answer(message);
  });
  socket.once('close', () => {
    if (!phone) return;
    softphones.unregister(phone);
    phone.end();
  });
}
