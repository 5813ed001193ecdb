import { isObject } from '../../kernel/isObject';
import { readJson } from '../../kernel/readJson';
import type { Identity } from '../../iam/identities';
import { findWorker } from '../centre';
import type { FlexContext } from '../flexContext';

/** Whether calls ring in the user's browser: his worker's `contact_uri` is a Voice SDK client. */
function usesBrowserVoice(context: FlexContext, user: Identity): boolean {
  const attributes = readJson(findWorker(context.engine, user.workerSid)?.attributes ?? '{}');
  const contact = isObject(attributes) ? attributes['contact_uri'] : undefined;
  return typeof contact === 'string' && contact.startsWith('client:');
}

/** What Flex UI is started with, as a self-hosted Flex has it in `appConfig.js`. */
export function showAppConfig(context: FlexContext, user: Identity): Readonly<Record<string, unknown>> {
  return {
    logLevel: 'warn',
    pluginService: { enabled: true, initializationTimeout: 20_000 },
    disableBrowserVoice: !usesBrowserVoice(context, user),
    sso: { accountSid: context.accountSid },
    // Where "Log in with Twilio" of the logged-out page leads.
    twilioServiceLoginUrl: '/_flex/sign-in',
    ...context.settings.current().appConfig,
  };
}
