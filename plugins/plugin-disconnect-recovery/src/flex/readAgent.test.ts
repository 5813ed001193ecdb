import { workerSid } from '@patchbay/plugin-kit/testing';
import { readAgent } from './readAgent';

const alice = { sid: workerSid('alice'), name: 'alice', attributes: {} };

it('is named as colleagues know the agent, and not longer than the service takes', () => {
  expect(readAgent({ ...alice, attributes: { full_name: 'Alice Adams' } })?.name).toBe('Alice Adams');
  expect(readAgent(alice)?.name).toBe('alice');
  expect(readAgent({ ...alice, name: '' })?.name).toBe(alice.sid);
  expect(readAgent({ ...alice, name: 'x'.repeat(200) })?.name).toHaveLength(128);
});

it('has a softphone, unless calls go somewhere else', () => {
  const phone = (attributes: object) => readAgent({ ...alice, attributes })?.phone;
  expect(phone({})).toBe('softphone');
  expect(phone({ contact_uri: 'client:alice' })).toBe('softphone');
  expect(phone({ contact_uri: '+15550100103' })).toBe('telephone');
});

it('is nobody where who is logged in is no worker', () => {
  expect(readAgent(undefined)).toBeUndefined();
  expect(readAgent({ ...alice, sid: '' })).toBeUndefined();
});
