import { list } from './config/kinds';
import { rememberConfig } from './config/rememberConfig';
import type { ConfigSpec } from './config/setting';
import { withDefault } from './config/setting';

interface CorsConfig {
  readonly allowedOrigins: readonly string[];
}

/** Which pages may read our answers. */
export const corsConfig: ConfigSpec<CorsConfig> = {
  allowedOrigins: withDefault(list, 'https://flex.twilio.com', {
    names: ['ALLOWED_ORIGINS'],
    description:
      'Origins, between commas, whose pages may call: add your own Flex domains. `*` is not accepted.',
  }),
};

const readCors = rememberConfig(corsConfig);

/**
 * The headers that let a page of an allowed origin read the answer. There are no credentials to allow: the Flex token
 * travels in the body. The platform answers the preflight itself.
 */
export function corsHeaders(
  environment: Readonly<Record<string, unknown>>,
  origin: string | undefined,
): Record<string, string> {
  const reading = readCors(environment);
  const allowedOrigins = reading.ok ? reading.config.allowedOrigins : [];
  if (origin === undefined || !allowedOrigins.some((allowed) => canonical(allowed) === canonical(origin)))
    return {};
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': 'Retry-After, X-Correlation-Id, X-Idempotent-Replay',
  };
}

const canonical = (origin: string): string => origin.toLowerCase().replace(/\/$/, '');
