import { readTransferSettings } from './settings';
import { workflowSid } from './testing/sids';

const configured = (attributionTransfer: unknown): object => ({ patchbay: { attributionTransfer } });
const read = (inService: object, builtUrl?: string, inPage: object = {}) =>
  readTransferSettings([inPage, inService], builtUrl);

const defaults = { enabled: true, taskChannel: 'bpo_assortment', callChannel: 'voice' };

describe("the plugin's settings", () => {
  it('need an address only', () => {
    expect(read({}, 'https://built.example')).toEqual({
      kind: 'on',
      settings: { ...defaults, url: 'https://built.example' },
    });
  });

  it("take Flex's configuration over the build, and the account's over the page's", () => {
    const inPage = configured({ url: 'https://page.example', taskChannel: 'of-page' });
    const inService = configured({ url: 'https://service.example' });

    expect(read(inService, 'https://built.example', inPage)).toMatchObject({
      settings: { url: 'https://service.example', taskChannel: 'of-page' },
    });
  });

  it('hold what else may be configured', () => {
    const attributionWorkflowSid = workflowSid('BPO attribution');
    const more = { url: 'https://a.example', callChannel: 'calls', attributionWorkflowSid };

    expect(read(configured(more))).toEqual({ kind: 'on', settings: { ...defaults, ...more } });
  });

  it.each([false, 'false'])('switch the plugin off with %j, whatever else is there', (enabled) => {
    expect(read(configured({ enabled }))).toEqual({ kind: 'off' });
    expect(read(configured({ enabled, url: 'https://a.example' }))).toEqual({ kind: 'off' });
  });

  it.each([
    ['without an address', {}, ['url']],
    ['with one that is none', { url: 'attribution.example' }, ['url']],
    ['with a switch that is none', { url: 'https://a.example', enabled: 'off' }, ['enabled']],
    [
      'with another kind of SID',
      { url: 'https://a.example', attributionWorkflowSid: 'WQ1' },
      ['attributionWorkflowSid'],
    ],
  ])('are unusable %s, by name', (_, settings, names) => {
    expect(read(configured(settings))).toEqual({ kind: 'unusable', names });
  });

  it.each([[undefined], ['text'], [{ patchbay: 7 }]])('may be missing: %j', (wrong) => {
    expect(read({ ...configured(wrong) }, 'https://built.example').kind).toBe('on');
  });
});
