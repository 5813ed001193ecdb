import { createLocalTwilio } from '@patchbay/emulator';
import { centre } from '../story/centre';

/** A local Twilio of its own, without Sync's rate limits, seeded with the demo centre: what the handler is measured against. */
async function main(): Promise<void> {
  const twilio = await createLocalTwilio({ sync: { rateLimits: 'off' } });
  const seeded = await twilio.seed(centre);
  const { origin, accountSid, authToken } = twilio;
  process.stdout.write(`${JSON.stringify({ origin, accountSid, authToken, seeded })}\n`);
}

void main();
