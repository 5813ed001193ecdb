import { ok, type AdminRoute } from '../../admin/adminRoute';
import type { Numbers } from '../numbers';
import { readPhoneNumber } from './readNumber';

/** The account's numbers: POST sets what one does with a call, GET lists them. */
export function numberRoutes(numbers: Numbers): readonly AdminRoute[] {
  return [
    {
      method: 'GET',
      pattern: '/_emulator/phone-numbers',
      handle: () => ok({ numbers: numbers.list() }),
    },
    {
      method: 'POST',
      pattern: '/_emulator/phone-numbers',
      handle: ({ json }) => {
        const { number, ...voice } = readPhoneNumber(json);
        numbers.set(number, voice);
        return ok({ numbers: numbers.list() });
      },
    },
  ];
}
