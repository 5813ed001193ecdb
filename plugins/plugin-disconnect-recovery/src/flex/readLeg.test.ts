import { callSid, conferenceSid } from '@patchbay/plugin-kit/testing';
import { hasCustomerLeft, readLeg } from './readLeg';

const me = { callSid: callSid('me'), status: 'joined', participantType: 'worker', isCurrentWorker: true };
const other = { ...me, callSid: callSid('other'), isCurrentWorker: false };
const customer = { callSid: callSid('customer'), status: 'joined', participantType: 'customer' };
const conference = { conferenceSid: conferenceSid('one'), participants: [customer, other, me] };

describe("the agent's leg of a call", () => {
  it('is the one Flex has joined', () => {
    expect(readLeg(conference)).toEqual({
      conferenceSid: conferenceSid('one'),
      callSid: callSid('me'),
      customerCallSid: callSid('customer'),
    });
  });

  it.each([
    ['there is no conference', undefined],
    ['the agent has left', { ...conference, participants: [customer, { ...me, status: 'left' }] }],
    ['only another agent is there', { ...conference, participants: [customer, other] }],
    ['the conference has no SID yet', { ...conference, conferenceSid: '' }],
    ['the leg has no SID yet', { ...conference, participants: [{ ...me, callSid: undefined }] }],
  ])('is none when %s', (_when, seen) => {
    expect(readLeg(seen)).toBeUndefined();
  });

  it('may be seen before the customer', () => {
    expect(readLeg({ ...conference, participants: [me] })?.customerCallSid).toBeUndefined();
  });
});

it('knows a customer who has left', () => {
  expect(hasCustomerLeft({ ...conference, participants: [{ ...customer, status: 'left' }] })).toBe(true);
  expect(hasCustomerLeft({ ...conference, participants: [customer, { ...me, status: 'left' }] })).toBe(false);
  expect(hasCustomerLeft(undefined)).toBe(false);
});
