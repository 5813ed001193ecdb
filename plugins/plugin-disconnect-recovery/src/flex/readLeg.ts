import { CallSid, ConferenceSid } from '@patchbay/shared/contracts';
import type { Leg } from './ports';

/** As much of Flex's conference of a call as is read here. */
export interface SeenConference {
  readonly conferenceSid?: string | undefined;
  readonly participants: readonly {
    readonly callSid?: string | undefined;
    readonly status?: string | undefined;
    readonly participantType?: string | undefined;
    readonly isCurrentWorker?: boolean | undefined;
  }[];
}

const isOn = ({ status }: SeenConference['participants'][number]): boolean => status === 'joined';

/** The agent's own leg, once Flex has seen it join. */
export function readLeg(conference: SeenConference | undefined): Leg | undefined {
  const own = conference?.participants.find((one) => one.isCurrentWorker === true && isOn(one));
  const conferenceSid = ConferenceSid.safeParse(conference?.conferenceSid);
  const callSid = CallSid.safeParse(own?.callSid);
  if (!conferenceSid.success || !callSid.success) return undefined;
  const customer = CallSid.safeParse(conference?.participants.find(isCustomer)?.callSid);
  return {
    conferenceSid: conferenceSid.data,
    callSid: callSid.data,
    customerCallSid: customer.success ? customer.data : undefined,
  };
}

/** True when Flex saw the customer go. */
export const hasCustomerLeft = (conference: SeenConference | undefined): boolean =>
  conference?.participants.some((one) => isCustomer(one) && one.status === 'left') === true;

const isCustomer = ({ participantType }: SeenConference['participants'][number]): boolean =>
  participantType === 'customer';
