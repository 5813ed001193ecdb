import * as z from 'zod/mini';
import type { Contract } from '../contracts/contract';
import { fieldsOf, formKind } from '../host/input/formKind';
import { toSchema } from './responses';

const Properties = z.object({
  properties: z.optional(z.record(z.string(), z.looseObject({}))),
  required: z.optional(z.array(z.string())),
});

/** The body of a POST: JSON, or a form whose objects and lists are JSON text. */
export function describeBody(contract: Contract): object {
  const schema = toSchema(contract.request, 'input');
  const asJson = fieldsOfKindJson(contract).map(
    (name) => [name, { contentType: 'application/json' }] as const,
  );
  return {
    required: true,
    content: {
      'application/json': { schema },
      'application/x-www-form-urlencoded': { schema, encoding: Object.fromEntries(asJson) },
    },
  };
}

/** The same input as the query of a GET. */
export function describeQuery(contract: Contract): readonly object[] {
  const { properties = {}, required = [] } = Properties.parse(toSchema(contract.request, 'input'));
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

const fieldsOfKindJson = (contract: Contract): readonly string[] =>
  Object.entries(fieldsOf(contract.request))
    .filter(([, field]) => formKind(field) === 'json')
    .map(([name]) => name);
