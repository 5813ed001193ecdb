import type { Actions } from '@twilio/flex-ui';

type Replacement = Parameters<(typeof Actions)['replaceAction']>[1];
type Run = (payload: unknown) => Promise<unknown>;

/** Not Flex's actions: keeps a replacement, and remembers what went on to the original. */
export interface FakeActions {
  readonly replaceAction: (name: string, replacement: Replacement) => void;
  readonly invoke: (name: string, payload: unknown) => Promise<unknown>;
  readonly reached: unknown[];
  /** A plugin that replaced the action before. */
  below: Run | undefined;
}

/** Actions that nobody has replaced. */
export function fakeActions(): FakeActions {
  const replacements = new Map<string, Replacement>();
  const actions: FakeActions = {
    reached: [],
    below: undefined,
    replaceAction: (name, replacement) => {
      replacements.set(name, replacement);
    },
    invoke: async (name, payload) => {
      const original: Run = (given) => {
        actions.reached.push(given);
        return Promise.resolve();
      };
      const answer: unknown = await replacements.get(name)?.(payload, original, actions.below);
      return answer;
    },
  };
  return actions;
}
