import type { Setting } from './setting';

/**
 * A setting's text, by its first name that has one. An empty variable counts as absent: Twilio's uploader leaves empty
 * ones out, the local runtime does not.
 */
export function textOf(
  environment: Readonly<Record<string, unknown>>,
  { names }: Pick<Setting<unknown>, 'names'>,
): string | undefined {
  for (const name of names) {
    const text = environment[name];
    if (typeof text === 'string' && text.trim() !== '') return text.trim();
  }
  return undefined;
}
