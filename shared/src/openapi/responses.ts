import * as z from 'zod/mini';
import type { Contract } from '../contracts/contract';
import type { FailureCode } from '../contracts/failure';
import { FAILURE_STATUS } from '../contracts/failure';
import { failuresOf } from './commonFailures';

const CORRELATION = {
  'X-Correlation-Id': { description: 'Names this request in the log.', schema: { type: 'string' } },
};
const REPLAY = {
  'X-Idempotent-Replay': {
    description: '`true` when this is the stored answer to an earlier, identical request.',
    schema: { type: 'string', enum: ['true'] },
  },
};
const RETRY_AFTER = {
  'Retry-After': {
    description: 'Whole seconds after which the same request makes sense again.',
    schema: { type: 'integer', minimum: 1 },
  },
};

const COMES_BACK: ReadonlySet<number> = new Set([409, 429, 503]);

/** The `responses` object of an operation: its successes, and its failures by status. */
export function describeResponses(contract: Contract): Record<string, object> {
  const responses: Record<string, object> = {};
  for (const [status, description] of Object.entries(contract.successes)) {
    responses[status] = {
      description,
      headers: { ...CORRELATION, ...REPLAY },
      content: { 'application/json': { schema: toSchema(contract.response, 'output') } },
    };
  }
  for (const [status, codes] of codesByStatus(contract)) {
    responses[String(status)] = {
      description: codes.map((code) => describeCode(code, contract)).join(', '),
      headers: { ...CORRELATION, ...(COMES_BACK.has(status) && RETRY_AFTER) },
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
    };
  }
  return responses;
}

function codesByStatus(contract: Contract): ReadonlyMap<number, readonly FailureCode[]> {
  const byStatus = new Map<number, FailureCode[]>();
  for (const code of failuresOf(contract)) {
    const published = contract.published?.find((one) => one.code === code && one.status !== undefined);
    const status = published?.status ?? FAILURE_STATUS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return byStatus;
}

function describeCode(code: FailureCode, { published = [] }: Contract): string {
  const sentences = published.flatMap((one) =>
    one.code === code && one.error !== undefined ? [JSON.stringify(one.error)] : [],
  );
  return [`\`${code}\``, ...(sentences.length > 0 ? [`(${sentences.join(', ')})`] : [])].join(' ');
}

/** A schema as OpenAPI 3.1 has it, without the dialect's name that every one would repeat. */
export function toSchema(schema: z.ZodMiniType, io: 'input' | 'output'): object {
  const described = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  return Object.fromEntries(Object.entries(described).filter(([name]) => name !== '$schema'));
}
