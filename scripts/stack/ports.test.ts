import { readPorts } from './ports';

describe('the ports of the stack', () => {
  it('are read from the command line', () => {
    expect(readPorts({ 'twilio-port': '0', 'service-port': '65535' })).toEqual({
      twilio: 0,
      service: 65_535,
    });
  });

  it.each(['', '-1', '65536', '80a', '1.5'])('are never %j', (text) => {
    expect(() => readPorts({ 'twilio-port': text, 'service-port': '1' })).toThrow('--twilio-port must be');
  });
});
