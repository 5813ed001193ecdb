import type { Clock } from '../../kernel/clock';
import type { Call } from '../model';
import type { Softphones } from '../signalling/softphones';
import type { Lines, RingOutcome } from '../state';
import { clientOf } from './clientOf';
import type { Telephones } from './telephones';

/** Connects calls: clients to the pages that registered them, everything else to a telephone. */
export function createLines(clock: Clock, softphones: Softphones, telephones: Telephones): Lines {
  const ringClient = (call: Call, client: string, outcome: RingOutcome): (() => void) => {
    const takeBack = new Map<unknown, () => void>();
    let waiting = 0;
    const stop = (): void => {
      cancel();
      for (const end of takeBack.values()) end();
    };
    const cancel = clock.schedule(0, () => {
      const phones = softphones.of(client);
      waiting = phones.length;
      // A client nobody has registered: SIP 480, which Twilio counts as not answered.
      if (waiting === 0) outcome.failed('no-answer');
      for (const phone of phones) {
        takeBack.set(
          phone,
          phone.invite(call, {
            answered() {
              takeBack.delete(phone);
              phone.carry(call);
              stop();
              outcome.answered();
            },
            refused() {
              takeBack.delete(phone);
              waiting -= 1;
              if (waiting === 0) outcome.failed('busy');
            },
          }),
        );
      }
    });
    return stop;
  };

  const ringTelephone = (call: Call, outcome: RingOutcome): (() => void) => {
    const habit = telephones.habitOf(call.to);
    if (habit === 'rings') return () => undefined;
    return clock.schedule(0, () => {
      if (habit === 'busy') outcome.failed('busy');
      else outcome.answered();
    });
  };

  return {
    ring(call, outcome) {
      const client = clientOf(call.to);
      return client === undefined ? ringTelephone(call, outcome) : ringClient(call, client, outcome);
    },
  };
}
