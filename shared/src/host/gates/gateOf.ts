import type { Access } from '../../contracts/contract';
import type { Gate, MakeGate } from '../gate';
import { basicAuthGate } from './basicAuthGate';
import { flexUserGate } from './flexUserGate';
import { openGate } from './openGate';
import { secretGate } from './secretGate';
import { signatureGate } from './signatureGate';

const GATES: Readonly<Record<Access['kind'], MakeGate>> = {
  'flex-user': flexUserGate,
  'twilio-basic-auth': basicAuthGate,
  'twilio-signature': signatureGate(),
  secret: secretGate,
  anyone: openGate,
};

/** The gate of whatever access: for whoever looks at a whole service. */
export const gateOf = (access: Access): Gate => GATES[access.kind](access);
