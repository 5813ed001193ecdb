import { createSpeech } from './speech';

const strings = { Greeting: 'Hello, {{name}}.', Farewell: 'Goodbye.' };

describe('speech', () => {
  it('fills in names, and leaves out what is not known', () => {
    const say = createSpeech({ strings: {} }, strings);

    expect(say('Greeting', { name: 'Ada' })).toBe('Hello, Ada.');
    expect(say('Greeting')).toBe('Hello, .');
  });

  it("adds the plugin's texts to Flex's, where Flex compiles them", () => {
    const manager = { strings: { Ok: 'OK' } };

    createSpeech(manager, strings);

    expect(manager.strings).toEqual({ Ok: 'OK', ...strings });
  });

  it('keeps a translation that is there already, and follows one that comes later', () => {
    const manager: { strings: Record<string, string> } = { strings: { Farewell: 'Auf Wiedersehen.' } };
    const say = createSpeech(manager, strings);

    manager.strings = { ...manager.strings, Greeting: 'Hallo, {{ name }}.' };

    expect([say('Farewell'), say('Greeting', { name: 'Ada' })]).toEqual(['Auf Wiedersehen.', 'Hallo, Ada.']);
  });

  it('takes markup in a name for text', () => {
    const say = createSpeech({ strings: {} }, strings);

    expect(say('Greeting', { name: '<b>{{x}}</b> $1' })).toBe('Hello, <b>{{x}}</b> $1.');
  });
});
