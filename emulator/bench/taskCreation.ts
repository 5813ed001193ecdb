import { Agent, request } from 'node:http';
import { basicAuthorization } from '../src/kernel/basicAuth';
import { createLocalTwilio } from '../src';

const WARM_UP = 500;
const TASKS = 5_000;
const CONNECTIONS = 16;

/** How many tasks per second the local Twilio creates over HTTP with keep-alive connections, client included. */
export async function benchEmulator(): Promise<{ name: string; perSecond: number }> {
  const twilio = await createLocalTwilio();
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  try {
    const { workspaceSid } = await twilio.seed({
      workspace: { friendlyName: 'Bench' },
      taskQueues: [{ friendlyName: 'Everyone', targetWorkers: '1==1' }],
      workflows: [
        {
          friendlyName: 'Bench',
          configuration: { task_routing: { filters: [], default_filter: { queue: 'Everyone' } } },
        },
      ],
    });
    const authorization = basicAuthorization(twilio.accountSid, twilio.authToken);
    const body = new URLSearchParams({ Attributes: '{"customer":"someone"}' }).toString();

    const createTask = (): Promise<void> =>
      new Promise((resolve, reject) => {
        const headers = {
          Host: 'taskrouter.twilio.com',
          Authorization: authorization,
          'Content-Type': 'application/x-www-form-urlencoded',
          'Content-Length': Buffer.byteLength(body),
        };
        request(
          `${twilio.origin}/v1/Workspaces/${workspaceSid}/Tasks`,
          { method: 'POST', headers, agent },
          (response) => {
            response.resume().once('end', () => {
              if (response.statusCode === 201) resolve();
              else reject(new Error(`A task creation was answered ${String(response.statusCode)}`));
            });
          },
        )
          .once('error', reject)
          .end(body);
      });

    const createMany = async (count: number): Promise<void> => {
      let left = count;
      const work = async (): Promise<void> => {
        while (left-- > 0) await createTask();
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, work));
    };

    await createMany(WARM_UP);
    const startedMs = performance.now();
    await createMany(TASKS);
    const seconds = (performance.now() - startedMs) / 1000;
    return { name: 'task creations over HTTP', perSecond: Math.round(TASKS / seconds) };
  } finally {
    agent.destroy();
    await twilio.stop();
  }
}
