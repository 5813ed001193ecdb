import { listAddresses } from './listAddresses';

it('lists every address on a line of its own, the page that leads everywhere first', () => {
  const twilio = {
    origin: 'http://127.0.0.1:4010',
    accountSid: 'AC1',
    authToken: 'secret',
    syncServiceSid: 'IS1',
  };
  const lines = listAddresses(
    {
      twilio: { ...twilio, running: true, ended: Promise.resolve(''), stop: () => Promise.resolve() },
      services: [
        {
          name: 'greeter',
          origin: 'http://127.0.0.1:4020',
          domain: 'greeter-1-dev.twil.io',
          runtimes: [],
          reload: () => Promise.resolve(),
        },
      ],
      pages: [{ name: 'alice', label: 'Alice', description: 'Agent', origin: 'http://alice.localhost:4010' }],
      file: '/somewhere/.local/stack.json',
    },
    '/somewhere',
  );
  expect(lines.map((line) => line.split(/ {2,}/))).toEqual([
    ['Console', 'http://localhost:4010/'],
    ['Flex as Alice', 'http://alice.localhost:4010/'],
    ['Local Twilio', 'http://127.0.0.1:4010'],
    ['greeter', 'http://127.0.0.1:4020'],
    ['SIDs and tokens', '.local/stack.json'],
  ]);
});
