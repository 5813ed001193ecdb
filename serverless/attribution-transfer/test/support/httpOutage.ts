import type { FaultMatch, LocalTwilioOptions } from '@patchbay/emulator';
import type { ClientOptions } from '@patchbay/shared/client';
import { createAttributionTaskContract, FailureBody, type TaskSid } from '@patchbay/shared/contracts';
import { answerOf, type Answer, captureLog } from '@patchbay/shared/testing/functions';
import { FLEX_ORIGIN, startService, type HttpService } from './httpService';
import { bodyOf } from './httpTransfer';
import { createInput, type Call } from './scene';

export const CREATE: FaultMatch = { host: 'taskrouter', method: 'POST', path: '/v1/Workspaces/*/Tasks' };
export const LIST: FaultMatch = { ...CREATE, method: 'GET' };
export const READ: FaultMatch = { host: 'taskrouter', method: 'GET' };
export const STORE: FaultMatch = { host: 'sync' };
export const THROTTLED = { type: 'status', status: 429, code: 20429 } as const;

/** A service for each test, on which Twilio is about to fail. */
export interface Outage {
  readonly service: () => HttpService;
  /** A request whose attributes hold what must not be told. */
  readonly input: (call: Call) => ReturnType<typeof createInput>;
  readonly create: (call: Call) => Promise<Answer>;
  /** As the page does it: again and again, as the service asks. */
  readonly createPatiently: (call: Call, means?: ClientOptions['means']) => Promise<TaskSid>;
  /** The answer is this failure, as every page can read it, and tells nothing it must not. */
  readonly expectFailure: (answer: Answer, status: number, code: string) => void;
}

export function openOutage(options: LocalTwilioOptions): Outage {
  const log = captureLog();
  let service: HttpService;
  beforeEach(async () => {
    service = await startService(options);
  });
  afterEach(async () => {
    await service.stop();
    expectNothingTold(log.join('\n'));
    expect(log).not.toHaveLength(0);
  });

  /** What no body and no log line may hold: attributes, tokens, credentials, Twilio's own words. */
  function expectNothingTold(text: string): void {
    const { authToken } = service.centre.local;
    expect(text).not.toMatch(/Zoe|15551234567|CA1111|<html|Too Many|Authenticate|bad gateway/i);
    for (const secret of [authToken, service.tokenOf('carol'), service.tokenOf('alice')]) {
      expect(text).not.toContain(secret);
    }
  }

  function input(call: Call): ReturnType<typeof createInput> {
    const { taskAttributes, ...rest } = createInput(service.centre, call);
    const { transfer_task: transfer } = taskAttributes;
    const attributes = { ...transfer.attributes, name: 'Zoe Example', caller: '+15551234567' };
    return { ...rest, taskAttributes: { ...taskAttributes, transfer_task: { ...transfer, attributes } } };
  }

  return {
    service: () => service,
    input,
    create: (call) => answerOf(service.post('/create-attribution-task', input(call), call.agent)),
    async createPatiently(call, means = {}) {
      const client = service.clientOf(call.agent, { means });
      return bodyOf(await client.call(createAttributionTaskContract, input(call))).taskSid;
    },
    expectFailure(answer, status, code) {
      expect({ status: answer.status, code: answer.body['code'] }).toEqual({ status, code });
      expect(FailureBody.safeParse(answer.body).success).toBe(true);
      expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
      expect(answer.headers.get('access-control-allow-origin')).toBe(FLEX_ORIGIN);
      expect(answer.headers.get('access-control-expose-headers')).toContain('Retry-After');
      expect(answer.headers.get('x-correlation-id')).toMatch(/^[\w-]{8,}$/);
      expectNothingTold(answer.text);
    },
  };
}
