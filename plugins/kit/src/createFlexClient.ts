import { createClient, type Client, type ClientOptions } from '@patchbay/shared/client';
import { flexToken, type LoggedIn } from './flexToken';

/** A client of one of our services that shows who is logged in to Flex, also after Flex has renewed the token. */
export const createFlexClient = (manager: LoggedIn, options: Omit<ClientOptions, 'token'>): Client =>
  createClient({ ...options, token: () => flexToken(manager) });
