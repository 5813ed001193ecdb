import { bindingType } from './bindingType';

it.each([
  ['+15550000001', 'sms'],
  ['whatsapp:+15550000001', 'whatsapp'],
  ['messenger:12345', 'messenger'],
  ['jane@example.com', 'email'],
  [null, 'sms'],
])('an address like %s is of %s', (address, type) => {
  expect(bindingType(address)).toBe(type);
});
