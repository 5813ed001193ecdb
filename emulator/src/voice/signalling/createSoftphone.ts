import { endCall } from '../calls/endCall';
import type { Call } from '../model';
import type { VoiceState } from '../state';
import { OFFER } from './offer';
import type { InviteOutcome, Softphone } from './softphones';

/** A softphone as its socket drives it. */
export interface DrivenSoftphone extends Softphone {
  /** The page answered, or takes up again a call from before its connection broke. One that is over is over for it too. */
  answer(callSid: string): void;
  /** The page hung up or refused. */
  hangUp(callSid: string): void;
  /** The page is gone: so is every leg it carried. */
  end(): void;
}

export type SendSignal = (type: string, payload: Readonly<Record<string, unknown>>) => void;

/** Parameters behind a client's name reach the page as the call's custom parameters. */
const paramsOf = (to: string): string => to.split('?', 2)[1] ?? '';

/** A page's voice device: rings by `invite`, is told of the end by `cancel` before its answer and by `hangup` after it. */
export function createSoftphone(state: VoiceState, identity: string, send: SendSignal): DrivenSoftphone {
  const invitations = new Map<string, InviteOutcome>();
  const carried = new Map<string, Call>();

  const stopListening = state.events.on((event) => {
    if (event.type !== 'call-ended' || !carried.delete(event.call.sid)) return;
    send('hangup', { callsid: event.call.sid });
  });

  return {
    identity,
    invite(call, outcome) {
      invitations.set(call.sid, outcome);
      const { accountSid } = state.context;
      const parameters = { CallSid: call.sid, AccountSid: accountSid, From: call.from, To: call.to };
      send('invite', {
        callsid: call.sid,
        sdp: OFFER,
        // Without it the SDK forgets to say that a call ended whose connection broke (`call.ts`, _onTransportClose).
        reconnect: call.sid,
        parameters: { ...parameters, ApiVersion: '2010-04-01', Params: paramsOf(call.to) },
      });
      return () => {
        if (invitations.delete(call.sid)) send('cancel', { callsid: call.sid });
      };
    },
    carry(call) {
      carried.set(call.sid, call);
    },
    answer(callSid) {
      const invitation = invitations.get(callSid);
      invitations.delete(callSid);
      if (invitation) invitation.answered();
      else if (!carried.has(callSid)) send('hangup', { callsid: callSid });
    },
    hangUp(callSid) {
      const invitation = invitations.get(callSid);
      invitations.delete(callSid);
      invitation?.refused();
      const call = carried.get(callSid);
      if (call) endCall(state, call, 'hung-up');
    },
    end() {
      stopListening();
      for (const invitation of [...invitations.values()]) invitation.refused();
      for (const call of [...carried.values()]) endCall(state, call, 'hung-up');
    },
  };
}
