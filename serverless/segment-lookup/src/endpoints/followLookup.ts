import { fail, ok, PatchbayError, type FlexUser, type Result } from '@patchbay/shared';
import type { TaskSid } from '@patchbay/shared/contracts';
import { questionOf, type Segments } from '../lookup/lookup';
import type { SegmentPorts } from '../ports';

interface Asked {
  readonly taskSids: readonly TaskSid[];
  readonly canContinue?: boolean | undefined;
  readonly continuation?: string | undefined;
}

interface Pending {
  readonly status: 'pending';
  readonly continuation: string;
}

/** The segments, or what the caller is answered instead: 202 if it can continue, else 504. */
export type Followed =
  | { readonly kind: 'found'; readonly segments: Segments }
  | { readonly kind: 'answer'; readonly answer: Result<Pending> };

/** Begins a lookup, or goes on with the one that a continuation names. */
export async function followLookup(
  { source, continuations, settings }: SegmentPorts,
  { taskSids, canContinue = false, continuation }: Asked,
  caller: FlexUser | undefined,
): Promise<Followed> {
  if (caller === undefined) throw new PatchbayError('token_missing', 'Send the Flex token as Token.');
  const binding = { caller, taskSids: questionOf(taskSids) };
  const resumed = continuation === undefined ? undefined : continuations.read(continuation, binding);
  if (continuation !== undefined && resumed === undefined) return { kind: 'answer', answer: NOT_YOURS };

  const progress = resumed?.progress ?? { step: 'start' as const };
  const finding = await source.find({ ...binding, progress });
  if (finding.kind === 'found') return finding;
  if (!canContinue && resumed === undefined) {
    return {
      kind: 'answer',
      answer: fail('report_timeout', `Report timeout after ${settings.reportWaitSeconds} seconds`),
    };
  }
  const next =
    resumed === undefined
      ? continuations.begin(finding.progress, binding)
      : continuations.goOn({ ...resumed, progress: finding.progress }, binding);
  return { kind: 'answer', answer: ok({ status: 'pending' as const, continuation: next }, 202) };
}

const NOT_YOURS = fail(
  'continuation_refused',
  'This continuation is over, or is not for you and these tasks. Ask again without it.',
);
