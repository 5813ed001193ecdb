import type { GivenInstruction } from '../../taskrouter/engine/operations';
import { CALL_EVENTS, CONFERENCE_EVENTS } from '../callback';
import { endCall } from '../calls/endCall';
import { createParticipant } from '../conferences/createParticipant';
import { openConference } from '../conferences/openConference';
import type { VoiceState } from '../state';
import { bringTogether } from './bringTogether';
import { callbackOf } from './callbackOf';
import { dialWorker } from './dialWorker';
import type { InstructionOptions } from './readOptions';
import { writeAttributes } from './writeConference';

interface Ends {
  readonly worker: boolean;
  readonly customer: boolean;
}

/** Dials the worker into the conference named by the task. */
export function confer(
  state: VoiceState,
  given: GivenInstruction,
  options: InstructionOptions,
  ends: Ends,
): void {
  const { task, reservation } = given;
  dialWorker(state, {
    given,
    options,
    callback: callbackOf(options, 'StatusCallback', CALL_EVENTS),
    prepare(call) {
      return createParticipant(state, openConference(state, task.sid), call, {
        founding: { callback: callbackOf(options, 'ConferenceStatusCallback', CONFERENCE_EVENTS) },
        muted: options.flag('Muted', false),
        startConferenceOnEnter: options.flag('StartConferenceOnEnter', true),
        endConferenceOnExit: ends.worker,
        waitUrl: options.text('WaitUrl') ?? null,
        role: {
          type: 'worker',
          taskSid: task.sid,
          workerSid: reservation.workerSid,
          reservationSid: reservation.sid,
        },
        onLeft() {
          endCall(state, call, 'updated');
        },
      });
    },
    onAnswer(leg) {
      if (leg.participant) bringTogether(state, leg, leg.participant, ends.customer);
    },
  });
}

/** `dequeue` bridges two legs: here through a conference that ends when either leaves, which comes to the same. */
export function dequeue(state: VoiceState, given: GivenInstruction, options: InstructionOptions): void {
  confer(state, given, options, { worker: true, customer: true });
  const leg = state.legs.get(given.reservation.sid);
  if (leg) writeAttributes(state, leg, { worker_call_sid: leg.call.sid });
}
