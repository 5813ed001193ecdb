import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import { toJsonSchema } from './toJsonSchema';

const SERVICES = join(dirname(require.resolve('@twilio/cli-core/package.json')), 'src/services/twilio-api');

interface Description {
  readonly paths: readonly { readonly template: string; readonly matcher: RegExp; readonly item: unknown }[];
  readonly ajv: Ajv;
  readonly compiled: Map<string, ValidateFunction>;
}

const descriptions = new Map<string, Description>();

/**
 * Fails unless `body` is what Twilio's OpenAPI file (e.g. `twilio_taskrouter_v1.json`) says that `method` on `path`
 * answers with `status`: every property there, none more, each of its type and format.
 */
export function expectMatchesOpenApi(
  file: string,
  method: string,
  path: string,
  status: number,
  body: unknown,
): void {
  const description = describeApi(file);
  const found = description.paths.find(({ matcher }) => matcher.test(path));
  if (found === undefined) throw new Error(`${file} has no path for ${path}`);
  const operation = `${method.toUpperCase()} ${found.template} → ${status}`;
  const response = member(member(member(found.item, method.toLowerCase()), 'responses'), String(status));
  if (response === undefined) throw new Error(`${file} has no ${operation}`);
  const schema = member(member(member(response, 'content'), 'application/json'), 'schema');
  if (schema === undefined) {
    expect({ operation, body: body ?? null }).toEqual({ operation, body: null });
    return;
  }
  const validate = description.compiled.get(operation) ?? description.ajv.compile(toJsonSchema(schema));
  description.compiled.set(operation, validate);
  validate(body);
  expect({ operation, errors: validate.errors ?? [] }).toEqual({ operation, errors: [] });
}

function describeApi(file: string): Description {
  const known = descriptions.get(file);
  if (known !== undefined) return known;
  const document: unknown = JSON.parse(readFileSync(join(SERVICES, file), 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u);
  // The API of 2010 writes its dates and addresses in a way of its own.
  ajv.addFormat('date-time-rfc-2822', /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/u);
  ajv.addFormat('uri', /^((https?:\/|\/2010-04-01)\/\S+)?$/u);
  ajv.addFormat('int64', { type: 'number', validate: Number.isSafeInteger });
  for (const name of ['uri-map', 'http-method', 'phone-number', 'currency', 'ietf-bcp-47'])
    ajv.addFormat(name, true);
  for (const [name, schema] of Object.entries(member(member(document, 'components'), 'schemas') ?? {})) {
    ajv.addSchema(toJsonSchema(schema), `#/components/schemas/${name}`);
  }
  const paths = Object.entries(member(document, 'paths') ?? {})
    .map(([template, item]) => ({ template, item: item as unknown, matcher: matcherOf(template) }))
    // A literal segment wins over a parameter: `/Workers/Statistics` is no worker.
    .sort((a, b) => parametersIn(a.template) - parametersIn(b.template));
  const description = { paths, ajv, compiled: new Map<string, ValidateFunction>() };
  descriptions.set(file, description);
  return description;
}

const matcherOf = (template: string): RegExp =>
  new RegExp(`^${template.replaceAll('.', String.raw`\.`).replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u');

const parametersIn = (template: string): number => template.split('{').length;

function member(value: unknown, key: string): object | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found: unknown = Reflect.get(value, key);
  return typeof found === 'object' && found !== null ? found : undefined;
}
