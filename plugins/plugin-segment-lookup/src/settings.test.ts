import { readLookupSettings } from './settings';

it("are Flex's configuration of this feature, over the build's address", () => {
  const sources = [
    { patchbay: { segmentLookup: { url: 'https://flex.example' }, other: { enabled: false } } },
  ];

  expect([
    readLookupSettings([], 'https://built.example'),
    readLookupSettings(sources, 'https://b.example'),
  ]).toEqual([
    { kind: 'on', settings: { url: 'https://built.example', enabled: true } },
    { kind: 'on', settings: { url: 'https://flex.example', enabled: true } },
  ]);
});

it('switch the plugin off', () => {
  expect(
    readLookupSettings([{ patchbay: { segmentLookup: { enabled: false } } }], 'https://b.example'),
  ).toEqual({
    kind: 'off',
  });
});
