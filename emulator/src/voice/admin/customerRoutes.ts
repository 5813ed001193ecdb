import { missing, ok, type AdminRequest, type AdminRoute } from '../../admin/adminRoute';
import { isObject } from '../../kernel/isObject';
import { InvalidInput, optional, readFields, readText } from '../../kernel/jsonFields';
import type { Reply } from '../../kernel/route';
import { endCall } from '../calls/endCall';
import type { Call } from '../model';
import type { Numbers } from '../numbers';
import { placeInbound } from '../placeInbound';
import type { VoiceState } from '../state';
import { showCustomerCall } from './showCustomerCall';

const PATH = '/_emulator/customers/calls';

function readCall(json: unknown) {
  const fields = readFields(json, 'A call', ['from', 'to', 'name', 'attributes']);
  const { attributes } = fields;
  if (attributes !== undefined && !isObject(attributes))
    throw new InvalidInput('attributes must be a JSON object');
  return {
    from: readText(fields, 'from'),
    ...optional(fields, 'to', () => readText(fields, 'to')),
    ...optional(fields, 'name', () => readText(fields, 'name')),
    ...(attributes === undefined ? {} : { attributes }),
  };
}

/** The played customer: places calls, hears what is played to him, hangs up. */
export function customerRoutes(state: VoiceState, numbers: Numbers): readonly AdminRoute[] {
  const inbound = (): Call[] => [...state.calls.values()].filter(({ direction }) => direction === 'inbound');
  const withCall = ({ params: { callSid = '' } }: AdminRequest, answer: (call: Call) => Reply): Reply => {
    const call = state.calls.get(callSid);
    return call ? answer(call) : missing(`Call ${callSid}`);
  };
  return [
    {
      method: 'POST',
      pattern: PATH,
      handle: ({ json }) => ({
        status: 201,
        body: { callSid: placeInbound(state, numbers, readCall(json)).sid },
      }),
    },
    {
      method: 'GET',
      pattern: PATH,
      handle: () =>
        ok({
          calls: inbound()
            .reverse()
            .map((call) => showCustomerCall(state, call)),
        }),
    },
    {
      method: 'GET',
      pattern: `${PATH}/:callSid`,
      handle: (request) => withCall(request, (call) => ok(showCustomerCall(state, call))),
    },
    {
      method: 'POST',
      pattern: `${PATH}/:callSid/hangup`,
      handle: (request) =>
        withCall(request, (call) => {
          endCall(state, call, 'hung-up');
          return ok(showCustomerCall(state, call));
        }),
    },
  ];
}
