import type { Manager } from '@twilio/flex-ui';
import { createClient, type Client, type ClientOptions } from '@patchbay/shared/client';

/** A client of one of our services that shows who is logged in to Flex, also after Flex has renewed the token. */
export const createFlexClient = (
  manager: Pick<Manager, 'user'>,
  options: Omit<ClientOptions, 'token'>,
): Client => createClient({ ...options, token: () => manager.user.token });
