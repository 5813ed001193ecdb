import type { Reply, Route } from '../../kernel/route';
import { listCountries } from './countries';
import { EMPTY_SVG, TRANSPARENT_PNG } from './pictures';
import { createSilentMp3 } from './silentMp3';

const SOUNDS = '/js/client/sounds/releases/1.0.0/:sound';

const file = (type: string, body: unknown): Reply => ({
  status: 200,
  body,
  headers: { 'Content-Type': type },
});

const get = (pattern: string, reply: () => Reply): Route => ({
  method: 'GET',
  pattern,
  auth: 'none',
  body: 'any',
  handle: reply,
});

/** `assets.flex.twilio.com`, `assets.twilio.com`: lists that Flex UI reads, decoration, and no fonts: the system's do. */
export function assetRoutes(): readonly Route[] {
  const countries = listCountries();
  const flags = Object.fromEntries(countries.map(({ alpha2Code }) => [alpha2Code, '0 0']));
  const noFonts = (): Reply => file('text/css', '/* The local Flex uses the fonts of the system. */\n');
  const png = (): Reply => file('image/png', TRANSPARENT_PNG);
  return [
    get('/assets/countries.json', () => ({ status: 200, body: countries })),
    get('/assets/flagPositions.json', () => ({ status: 200, body: flags })),
    get('/assets/fonts/Inter/:sheet', noFonts),
    get('/public_assets/paste-fonts/:version/fonts.css', noFonts),
    get('/assets/img/flag-spritesheet.png', png),
    get('/assets/img/flex-icon.png', png),
    get('/assets/img/CopilotAvatar.svg', () => file('image/svg+xml', EMPTY_SVG)),
  ];
}

/** `sdk.twilio.com` and `media.twiliocdn.com`: the ring tones of the Voice SDK and of Flex UI. */
export function soundRoutes(folder: '' | '/sdk'): readonly Route[] {
  const mp3 = createSilentMp3();
  return [get(`${folder}${SOUNDS}`, () => file('audio/mpeg', mp3))];
}

/** `fonts.googleapis.com`: no fonts. */
export const fontRoutes = (): readonly Route[] =>
  ['/css', '/css2'].map((path) => get(path, () => file('text/css', '')));

/** `status.twilio.com`: all is well. */
export const statusRoutes = (): readonly Route[] => [
  get('/api/v2/summary.json', () => ({
    status: 200,
    body: {
      page: { id: 'local', name: 'Twilio', url: 'https://status.twilio.com' },
      components: [{ id: 'flex', name: 'FLEX', status: 'operational' }],
      incidents: [],
      scheduled_maintenances: [],
      status: { indicator: 'none', description: 'All Systems Operational' },
    },
  })),
];
