import { InvalidInput } from '../../kernel/jsonFields';
import { readFlexChange } from './readFlexChange';

describe('a change of the local Flex as posted', () => {
  it('is read with every field there is', () => {
    const change = {
      workspaceSid: 'WS1',
      pages: { alice: { identity: 'alice@example.com', label: 'Alice', description: 'an agent' }, bob: {} },
      plugins: [{ name: 'plugin-one', version: '1.0.0', file: '/plugins/one.js' }],
      uiAttributes: { patchbay: { enabled: true } },
      features: ['flex-warm-transfers'],
      appConfig: { logLevel: 'info' },
    };

    expect(readFlexChange(change)).toEqual({
      ...change,
      pages: { ...change.pages, bob: { identity: 'bob' } },
    });
  });

  it('leaves out what it does not name', () => {
    expect(readFlexChange({ features: [] })).toEqual({ features: [] });
  });

  it.each([
    ['an unknown field', { plugin: [] }],
    ["a page that can't be part of a host name", { pages: { 'Alice A': {} } }],
    ['a page with an unknown field', { pages: { alice: { user: 'alice' } } }],
    ['a plugin by a relative path', { plugins: [{ name: 'p', version: '1', file: 'p.js' }] }],
    ['a feature that is no text', { features: [1] }],
    ['attributes that are no object', { uiAttributes: [] }],
  ])('is refused with %s', (_what, change) => {
    expect(() => readFlexChange(change)).toThrow(InvalidInput);
  });
});
