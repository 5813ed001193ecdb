type Environment = Readonly<Record<string, string | undefined>>;

export interface Credentials {
  readonly accountSid: string;
  /** The account itself, or an API key. */
  readonly username: string;
  readonly password: string;
}

/** Whose account it is, from the environment; throws with every name that is missing. */
export function readCredentials(environment: Environment): Credentials {
  const accountSid = environment['TWILIO_ACCOUNT_SID'] ?? '';
  if (!/^AC[\da-f]{32}$/.test(accountSid)) {
    throw new Error(
      'TWILIO_ACCOUNT_SID must be the SID of your account (AC…), with TWILIO_AUTH_TOKEN, or TWILIO_API_KEY and TWILIO_API_SECRET. Set them in the environment or in .env.',
    );
  }
  const { TWILIO_API_KEY: key, TWILIO_API_SECRET: secret, TWILIO_AUTH_TOKEN: token } = environment;
  if (key && secret) return { accountSid, username: key, password: secret };
  if (token) return { accountSid, username: accountSid, password: token };
  throw new Error(
    'Missing TWILIO_AUTH_TOKEN, or TWILIO_API_KEY and TWILIO_API_SECRET. Set them in the environment or in .env.',
  );
}
