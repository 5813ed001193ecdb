import * as z from 'zod/mini';
import type { Contract } from '../contracts';
import { attributionTransferContracts, defineContract } from '../contracts';
import { openApiDocument } from './openApiDocument';

const about = { title: 'Sample', version: '1.2.3' };
const sample = {
  name: 'flex/sample',
  method: 'POST',
  summary: 'A sample.',
  access: { kind: 'flex-user' },
  request: z.object({
    sid: z.string().check(z.regex(/^WT/)),
    mode: z._default(z.enum(['WARM', 'COLD']), 'WARM'),
    bag: z.optional(z.record(z.string(), z.unknown())),
  }),
  response: z.object({ success: z.literal(true) }),
  successes: { 201: 'Created.', 200: 'Again.' },
  failures: ['in_flight', 'wrong_state'],
  idempotent: true,
} as const satisfies Contract;
const documentOf = (...contracts: Contract[]): unknown =>
  JSON.parse(JSON.stringify(openApiDocument(contracts, about)));

describe('the OpenAPI document', () => {
  it('says what it describes', () => {
    expect(documentOf()).toMatchObject({ openapi: '3.1.0', info: about, paths: {} });
  });

  it('has an operation with both ways to write its input', () => {
    const document = documentOf(defineContract(sample));
    const post = ['paths', '/flex/sample', 'post'];
    const content = [...post, 'requestBody', 'content'];
    const form = 'application/x-www-form-urlencoded';

    expect(document).toHaveProperty([...post, 'operationId'], 'post-flex-sample');
    expect(document).toHaveProperty([...post, 'summary'], 'A sample.');
    expect(document).toHaveProperty([...post, 'security'], [{ flexToken: [] }]);
    for (const media of ['application/json', form]) {
      const schema = [...content, media, 'schema'];
      expect(document).toHaveProperty([...schema, 'required'], ['sid']);
      expect(document).toHaveProperty([...schema, 'properties', 'sid'], { type: 'string', pattern: '^WT' });
      expect(document).toHaveProperty([...schema, 'properties', 'mode', 'default'], 'WARM');
    }
    expect(document).toHaveProperty([...content, form, 'encoding'], {
      bag: { contentType: 'application/json' },
    });
  });

  it('has every status it can answer, with the codes', () => {
    const document = documentOf(defineContract(sample));
    const responses = ['paths', '/flex/sample', 'post', 'responses'];

    expect(document).toHaveProperty([...responses, '201', 'description'], 'Created.');
    expect(document).toHaveProperty([...responses, '409', 'description'], '`in_flight`, `wrong_state`');
    expect(document).toHaveProperty([...responses, '401', 'description'], '`token_missing`, `token_refused`');
    expect(document).toHaveProperty([...responses, '503', 'headers', 'Retry-After']);
    expect(document).not.toHaveProperty([...responses, '400', 'headers', 'Retry-After']);
    expect(document).toHaveProperty([...responses, '400', 'content', 'application/json', 'schema'], {
      $ref: '#/components/schemas/Failure',
    });
  });

  it('has the statuses and sentences that were published', () => {
    const document = documentOf(
      defineContract({
        ...sample,
        published: [
          { code: 'token_missing', status: 403 },
          { code: 'validation_failed', forDetail: 'Missing sid', error: 'sid is required' },
        ],
      }),
    );
    const responses = ['paths', '/flex/sample', 'post', 'responses'];

    expect(document).toHaveProperty([...responses, '401', 'description'], '`token_refused`');
    expect(document).toHaveProperty([...responses, '403', 'description'], '`token_missing`, `role_missing`');
    expect(document).toHaveProperty(
      [...responses, '400', 'description'],
      '`malformed_body`, `validation_failed` ("sid is required")',
    );
  });

  it('gives a GET its query, and its POST twin', () => {
    const document = documentOf(defineContract({ ...sample, method: 'GET' }));
    const path = ['paths', '/flex/sample'];

    expect(document).toHaveProperty([...path, 'get', 'parameters', 0], {
      name: 'sid',
      in: 'query',
      required: true,
      schema: { type: 'string', pattern: '^WT' },
    });
    expect(document).toHaveProperty([...path, 'get', 'parameters', 1, 'required'], false);
    expect(document).not.toHaveProperty([...path, 'get', 'requestBody']);
    expect(document).toHaveProperty([...path, 'post', 'requestBody']);
    expect(document).not.toHaveProperty([...path, 'get', 'responses', '405']);
  });

  it.each([
    ['twilio-basic-auth', 'webhookCredentials', '401'],
    ['twilio-signature', 'twilioSignature', '403'],
  ] as const)('knows how %s is proved', (kind, scheme, status) => {
    const document = documentOf(defineContract({ ...sample, access: { kind } }));

    expect(document).toHaveProperty(['paths', '/flex/sample', 'post', 'security'], [{ [scheme]: [] }]);
    expect(document).toHaveProperty(['components', 'securitySchemes', scheme]);
    expect(document).toHaveProperty(['paths', '/flex/sample', 'post', 'responses', status]);
  });

  it('can describe every contract there is', () => {
    const document = documentOf(...attributionTransferContracts);

    for (const { name } of attributionTransferContracts)
      expect(document).toHaveProperty(['paths', `/${name}`, 'post']);
    expect(JSON.stringify(document)).not.toContain('$schema');
  });
});
