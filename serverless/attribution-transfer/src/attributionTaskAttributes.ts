import type { Attributes } from '@patchbay/shared/contracts';
import type { Attempt } from './attempt/attempt';

/** The attribute by which a task is recognised as the attribution task of an attempt. */
export const ATTEMPT_ID_ATTRIBUTE = 'attemptId';

/**
 * What an attribution task carries: what its workflow routes by, what B's screen shows, and how events find the
 * attempt. Of the call's own attributes only the forwarded ones, because TaskRouter holds 4,096 characters.
 */
export function attributionTaskAttributes(
  attempt: Attempt,
  about: { readonly transferringWorkerName: string; readonly forwarded: Attributes },
): Attributes {
  return {
    type: 'attribution',
    affiliation: attempt.affiliation,
    [ATTEMPT_ID_ATTRIBUTE]: attempt.id,
    originalTaskSid: attempt.originalTaskSid,
    mode: attempt.mode,
    transferringWorkerSid: attempt.transferringWorkerSid,
    transferringWorkerName: about.transferringWorkerName,
    requestedAt: new Date(attempt.requestedAt).toISOString(),
    transfer_task: {
      sid: attempt.reservationSid,
      taskSid: attempt.originalTaskSid,
      targetSid: attempt.targetSid,
      attributes: about.forwarded,
    },
    // Flex Insights: not a customer's conversation, so never an abandoned one.
    conversations: { kind: 'Attribution', abandoned: 'No' },
  };
}

/** The forwarded part of the call's attributes: the named ones that are text, numbers or booleans. */
export function forwardAttributes(attributes: Attributes, names: readonly string[]): Attributes {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[name, value]]
        : [];
    }),
  );
}
