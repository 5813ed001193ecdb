import { ok, type AdminRoute } from '../../admin/adminRoute';
import { InvalidInput, readFields } from '../../kernel/jsonFields';
import { hasEnded } from '../calls/callStatus';
import { endCall } from '../calls/endCall';
import { clientOf } from '../lines/clientOf';
import type { Habit, Telephones } from '../lines/telephones';
import type { Call } from '../model';
import type { VoiceState } from '../state';
import { showCustomerCall } from './showCustomerCall';

const PATH = '/_emulator/phones';

function readHabit(json: unknown): Habit {
  const { habit } = readFields(json, 'The body', ['habit']);
  if (habit === 'answers' || habit === 'rings' || habit === 'busy') return habit;
  throw new InvalidInput('habit must be answers, rings or busy');
}

/** The telephones Twilio calls: agents outside the browser and third parties. */
export function phoneRoutes(state: VoiceState, telephones: Telephones): readonly AdminRoute[] {
  const liveCalls = (number?: string): Call[] =>
    [...state.calls.values()].filter(
      (call) =>
        call.direction !== 'inbound' &&
        !hasEnded(call) &&
        clientOf(call.to) === undefined &&
        call.to === (number ?? call.to),
    );
  return [
    {
      method: 'GET',
      pattern: PATH,
      handle: () => ok({ calls: liveCalls().map((call) => showCustomerCall(state, call)) }),
    },
    {
      method: 'POST',
      pattern: `${PATH}/:number`,
      handle: ({ params: { number = '' }, json }) => {
        const habit = readHabit(json);
        telephones.setHabit(number, habit);
        return ok({ number, habit });
      },
    },
    {
      method: 'POST',
      pattern: `${PATH}/:number/hangup`,
      handle: ({ params: { number = '' } }) => {
        const calls = liveCalls(number);
        for (const call of calls) endCall(state, call, 'hung-up');
        return ok({ ended: calls.map(({ sid }) => sid) });
      },
    },
  ];
}
