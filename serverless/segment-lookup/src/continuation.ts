import type { Clock, FlexUser } from '@patchbay/shared';
import type { TaskSid } from '@patchbay/shared/contracts';
import * as z from 'zod/mini';
import { Progress } from './lookup/lookup';
import { deriveKey, type DeploymentSecrets } from './secrets/deriveKey';
import { seal, unseal } from './secrets/seal';

/** Whom a continuation is for. */
interface Binding {
  readonly caller: FlexUser;
  readonly taskSids: readonly TaskSid[];
}

/** A lookup that goes on: how far it is, and until when, in ms since 1970, it may be gone on with. */
export interface Resumable {
  readonly progress: Progress;
  readonly until: number;
}

/** Lets a caller repeat a request without starting over; opaque, for one caller and one question, on any instance. */
export interface Continuations {
  begin(progress: Progress, binding: Binding): string;
  /** The same lookup, further on; it doesn't live longer for that. */
  goOn(resumable: Resumable, binding: Binding): string;
  /** Undefined for one that is over, another's, about other tasks, or changed. */
  read(text: string, binding: Binding): Resumable | undefined;
}

/** A report takes minutes at most, and GoodData keeps what it computed for a while. */
const LIFE_MS = 15 * 60_000;

const Content = z.object({ progress: Progress, until: z.number() });

export function continuations(secrets: DeploymentSecrets, clock: Clock): Continuations {
  const key = deriveKey(secrets, 'continuation');
  // Sealed under this context, it opens under no other.
  const contextOf = ({ caller, taskSids }: Binding): string =>
    JSON.stringify([caller.identity, caller.workerSid ?? null, taskSids]);
  const goOn: Continuations['goOn'] = (resumable, binding) =>
    seal(key, JSON.stringify(resumable), contextOf(binding));
  return {
    begin: (progress, binding) => goOn({ progress, until: clock.now() + LIFE_MS }, binding),
    goOn,
    read(text, binding) {
      const opened = unseal(key, text, contextOf(binding));
      if (opened === undefined) return undefined;
      const content = Content.safeParse(JSON.parse(opened));
      return content.success && content.data.until > clock.now() ? content.data : undefined;
    },
  };
}
