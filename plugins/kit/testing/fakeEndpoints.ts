import { createClient, type Client } from '@patchbay/shared/client';
import { FAILURE_STATUS, type Contract, type FailureCode } from '@patchbay/shared/contracts';

/** What an endpoint answers: a body of its contract, a failure, nothing because it is not reached, or nothing ever. */
export type Answer =
  object | { readonly fails: FailureCode; readonly details?: readonly string[] } | 'silence' | 'never';

/** Not a service: its contracts, checked, behind the real client, with answers that tests give. */
export interface FakeEndpoints {
  readonly client: Client;
  /** What was asked, as the contract reads it: the endpoint's name and its input. */
  readonly asked: (readonly [name: string, input: unknown])[];
  /** What an endpoint answers from now on. */
  readonly answer: (name: string, answer: Answer) => void;
}

/** Endpoints that say nothing until they are told to. */
export function fakeEndpoints(contracts: readonly Contract[]): FakeEndpoints {
  const answers = new Map<string, Answer>();
  const asked: FakeEndpoints['asked'][number][] = [];
  const fetch = (address: URL | RequestInfo, init?: RequestInit): Promise<Response> => {
    const name = new URL(urlOf(address)).pathname.slice(1);
    const contract = contracts.find((one) => one.name === name);
    if (contract === undefined || !(init?.body instanceof URLSearchParams)) throw new Error(`no ${name}`);
    asked.push([name, contract.request.parse(fieldsOf(init.body))]);
    const answer = answers.get(name) ?? 'silence';
    if (answer === 'never') return new Promise(() => undefined);
    if (answer === 'silence') return Promise.reject(new TypeError('fetch failed'));
    if (!('fails' in answer)) return Promise.resolve(Response.json(contract.response.parse(answer)));
    const { fails: code, details } = answer;
    return Promise.resolve(
      Response.json({ success: false, error: code, code, details }, { status: FAILURE_STATUS[code] }),
    );
  };
  const client = createClient({
    baseUrl: 'https://service.example',
    token: () => 'a-flex-token',
    rhythm: { attempts: 1 },
    means: { fetch },
  });
  return {
    client,
    asked,
    answer: (name, answer) => {
      answers.set(name, answer);
    },
  };
}

const urlOf = (address: URL | RequestInfo): string =>
  typeof address === 'string' ? address : 'url' in address ? address.url : address.href;

/** A form as the service reads it: nested values are JSON text. */
const fieldsOf = (form: URLSearchParams): Record<string, unknown> =>
  Object.fromEntries(
    [...form].map(([name, value]): [string, unknown] => [
      name,
      value.startsWith('{') ? JSON.parse(value) : value,
    ]),
  );
