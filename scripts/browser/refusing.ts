import type { StackService } from '../stack/model';

/**
 * The attribution service once more, of an account that refuses transfers nobody could take; events go to the first one.
 * None for any other service.
 */
export function refusing({ name, env }: StackService): readonly StackService[] {
  if (name !== 'attribution-transfer') return [];
  return [
    {
      name: `${name}-refusing`,
      folder: name,
      env: (seeded) => ({ ...env(seeded), NO_AGENT_FALLBACK: 'refuse' }),
    },
  ];
}
