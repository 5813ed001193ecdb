import * as z from 'zod/mini';
import { readFeature, serviceSettings } from './readFeature';

const Schema = z.object({ ...serviceSettings, size: z._default(z.number(), 7) });
const configured = (search: unknown): object => ({ patchbay: { search } });
const read = (search: unknown, builtUrl?: string) =>
  readFeature(Schema, [configured(search)], 'search', builtUrl);

describe('what a plugin is to do', () => {
  it('needs an address only, which may be that of the build', () => {
    expect(read(undefined, 'https://built.example')).toEqual({
      kind: 'on',
      settings: { url: 'https://built.example', enabled: true, size: 7 },
    });
  });

  it("is what Flex's configuration says, over the build", () => {
    expect(read({ url: 'https://flex.example', size: 8 }, 'https://built.example')).toEqual({
      kind: 'on',
      settings: { url: 'https://flex.example', enabled: true, size: 8 },
    });
  });

  it.each([false, 'false'])('is nothing once it is switched off by %j, whatever else is wrong', (enabled) => {
    expect(read({ enabled, url: 'https://a.example' })).toEqual({ kind: 'off' });
    expect(read({ enabled, size: 'large' })).toEqual({ kind: 'off' });
  });

  it.each([
    ['without an address', {}, ['url']],
    ['with an address that is none', { url: 'service.example' }, ['url']],
    ['with a switch that is none', { url: 'https://a.example', enabled: 'off' }, ['enabled']],
    ['with several things wrong', { size: 'large' }, ['size', 'url']],
  ])('cannot be said %s; the names say why', (_, settings, names) => {
    const reading = read(settings);

    expect(reading.kind === 'unusable' && [...reading.names].sort()).toEqual(names);
  });
});
