import { text } from './config/kinds';
import { required, withDefault } from './config/setting';
import { documentSettings } from './documentSettings';

const spec = {
  zeta: withDefault(text, 'z', { names: ['ZETA'], description: 'The last.' }),
  key: required(text, { names: ['KEY', 'OLD_KEY'], description: 'A key.', secret: true }),
};

describe('the documented settings', () => {
  const settings = documentSettings(spec, [
    { access: { kind: 'flex-user' } },
    { access: { kind: 'twilio-basic-auth' } },
    { access: { kind: 'twilio-signature' } },
  ]);

  it('are the service’s own and the host’s, by name, each once', () => {
    expect(settings.map(({ name }) => name)).toEqual([
      'ACCOUNT_SID',
      'ALLOWED_ORIGINS',
      'ALLOWED_ROLES',
      'ALLOW_QUERY_TOKEN',
      'AUTH_TOKEN',
      'DOMAIN_NAME',
      'EVENTS_BASIC_AUTH',
      'KEY',
      'PUBLIC_URL',
      'TWILIO_EDGE',
      'TWILIO_REGION',
      'ZETA',
    ]);
  });

  it('say what each is', () => {
    expect(settings.find(({ name }) => name === 'KEY')).toEqual({
      name: 'KEY',
      aliases: ['OLD_KEY'],
      description: 'A key.',
      required: true,
      secret: true,
      fallback: undefined,
    });
    expect(settings.find(({ name }) => name === 'ZETA')).toMatchObject({ required: false, fallback: 'z' });
  });

  it('leave out what no endpoint needs', () => {
    expect(documentSettings({}, []).map(({ name }) => name)).toEqual(['ALLOWED_ORIGINS']);
  });
});
