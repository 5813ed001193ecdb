import type { Access, Contract } from '../contracts/contract';
import { FailureBody } from '../contracts/failure';
import { describeBody, describeQuery } from './describeRequest';
import { describeResponses, toSchema } from './responses';

interface About {
  readonly title: string;
  readonly version: string;
}

/** The OpenAPI 3.1 document of a service. Development only: nothing that is deployed imports this. */
export const openApiDocument = (contracts: readonly Contract[], { title, version }: About): object => ({
  openapi: '3.1.0',
  info: { title, version },
  paths: Object.fromEntries(contracts.map((contract) => [`/${contract.name}`, describePath(contract)])),
  components: {
    schemas: { Failure: toSchema(FailureBody, 'output') },
    securitySchemes: {
      flexToken: {
        type: 'http',
        scheme: 'bearer',
        description: 'The Flex token. A browser sends it as the field `Token` of the body instead.',
      },
      webhookCredentials: { type: 'http', scheme: 'basic', description: "Part of the webhook's URL." },
      sharedSecret: { type: 'http', scheme: 'bearer', description: 'What the scheduler was given.' },
      twilioSignature: { type: 'apiKey', in: 'header', name: 'X-Twilio-Signature' },
    },
  },
});

function describePath(contract: Contract): object {
  const post = describeOperation(contract, 'post', { requestBody: describeBody(contract) });
  if (contract.method === 'POST') return { post };
  return { get: describeOperation(contract, 'get', { parameters: describeQuery(contract) }), post };
}

const describeOperation = (contract: Contract, method: 'get' | 'post', input: object): object => ({
  operationId: `${method}-${contract.name.replaceAll('/', '-')}`,
  summary: contract.summary,
  security: SECURITY[contract.access.kind],
  ...input,
  responses: describeResponses(contract),
});

const SECURITY: Readonly<Record<Access['kind'], readonly object[]>> = {
  'flex-user': [{ flexToken: [] }],
  'twilio-basic-auth': [{ webhookCredentials: [] }],
  'twilio-signature': [{ twilioSignature: [] }],
  secret: [{ sharedSecret: [] }],
  anyone: [],
};
