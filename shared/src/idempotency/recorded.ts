import * as z from 'zod/mini';
import { FailureBody } from '../contracts/failure';
import { fail, type Failure } from '../endpoint/result';
import { RecordUnreadable } from '../store/storeErrors';

/** How an operation ended, for ever: with an answer, or refused in a way that will not change. */
export type Recorded<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'failure'; readonly failure: Failure };

const RecordedFailure = z.object({ code: FailureBody.shape.code, message: z.string() });

/** The text that is kept in a claim. */
export const writeRecorded = (recorded: Recorded<unknown>): string =>
  JSON.stringify(
    recorded.kind === 'answer'
      ? { answer: recorded.answer }
      : { failure: { code: recorded.failure.code, message: recorded.failure.message } },
  );

/** The other way round. Throws RecordUnreadable for an answer of another shape, such as an earlier deployment's. */
export const readRecorded = <Answer>(text: string, schema: z.ZodMiniType<Answer>): Recorded<Answer> => {
  const recorded = z
    .union([z.object({ answer: schema }), z.object({ failure: RecordedFailure })])
    .safeParse(JSON.parse(text));
  if (!recorded.success) throw new RecordUnreadable();
  if ('answer' in recorded.data) return { kind: 'answer', answer: recorded.data.answer };
  const { code, message } = recorded.data.failure;
  return { kind: 'failure', failure: fail(code, message) };
};
