import { basicAuthGate } from './gates/basicAuthGate';
import { flexUserGate } from './gates/flexUserGate';

describe('a gate', () => {
  it('names the settings it needs', () => {
    const gate = basicAuthGate({ kind: 'twilio-basic-auth' });

    expect(gate.settings.map(({ names }) => names[0])).toEqual(['EVENTS_BASIC_AUTH']);
    expect(gate.open({})).toEqual({ ok: false, problems: ['Missing EVENTS_BASIC_AUTH'] });
  });

  it('does not stand before a contract that lets others in', () => {
    expect(() => flexUserGate({ kind: 'twilio-basic-auth' })).toThrow(TypeError);
  });
});
