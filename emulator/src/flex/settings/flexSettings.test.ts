import { createFlexSettings } from './flexSettings';

const plugin = { name: 'p', version: '1', file: '/p.js' };

describe('the settings of the local Flex', () => {
  it('are empty at first', () => {
    expect(createFlexSettings().current()).toEqual({
      pages: {},
      plugins: [],
      uiAttributes: {},
      features: [],
      appConfig: {},
    });
  });

  it('keep pages, attributes and appConfig that a change does not name', () => {
    const settings = createFlexSettings();
    settings.configure({
      pages: { alice: { identity: 'alice' } },
      uiAttributes: { a: 1 },
      appConfig: { c: 1 },
    });

    settings.configure({ pages: { bob: { identity: 'bob' } }, uiAttributes: { b: 2 }, appConfig: { d: 2 } });

    expect(settings.current()).toMatchObject({
      pages: { alice: { identity: 'alice' }, bob: { identity: 'bob' } },
      uiAttributes: { a: 1, b: 2 },
      appConfig: { c: 1, d: 2 },
    });
  });

  it('replace plugins and features as a whole', () => {
    const settings = createFlexSettings();
    settings.configure({ plugins: [plugin], features: ['one'] });

    settings.configure({ plugins: [], features: ['two'] });

    expect(settings.current()).toMatchObject({ plugins: [], features: ['two'] });
  });
});
