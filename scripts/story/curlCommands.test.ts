import { cpSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { buildService } from '../bundling/buildService';
import { repositoryRoot } from '../services/repositoryRoot';
import { readService } from '../services/service';
import type { Stack } from '../stack/model';
import { startStack } from '../stack/startStack';
import { createRepository, type Repository } from '../testing/createRepository';
import { sendRequest } from '../testing/sendRequest';
import { centre, services } from './centre';
import { curlCommands } from './curlCommands';
import { leaveCall } from './leaveCall';

describe('the commands to paste', () => {
  let repository: Repository;
  let stack: Stack;
  beforeAll(async () => {
    repository = createRepository();
    for (const { name } of services) {
      const folder = path.join('serverless', name);
      cpSync(path.join(repositoryRoot, folder), repository.resolve(folder), { recursive: true });
    }
    symlinkSync(path.join(repositoryRoot, 'node_modules'), repository.resolve('node_modules'));
    for (const { name } of services) {
      await buildService(readService(repository.resolve(path.join('serverless', name))));
    }
    stack = await startStack({ root: repository.root, scenario: centre, services });
  }, 30_000);
  afterAll(async () => {
    await stack.stop();
    repository.remove();
  });

  /** What the one command with this in it would send. */
  const send = async (commands: readonly string[], part: string) => {
    const command = commands.find((line) => line.includes(part)) ?? '';
    const url = /https?:[^\s']+/.exec(command)![0];
    const data = [...command.matchAll(/ -d (?:'([^']*)'|(\S+))/g)].map(([, json, field]) => json ?? field!);
    const type = command.includes('application/json')
      ? 'application/json'
      : 'application/x-www-form-urlencoded';
    const { status, body } = await sendRequest(url, {
      method: 'POST',
      headers: { 'content-type': type },
      body: data.join('&'),
    });
    const answer: unknown = JSON.parse(body);
    return { status, body: answer };
  };

  it('transfer the call that was left with Carol, once, show how far it is, and cancel it', async () => {
    const commands = curlCommands(stack, await leaveCall(stack));
    const created = await send(commands, '/create-attribution-task');
    expect(created).toMatchObject({ status: 201, body: { success: true } });
    expect(await send(commands, '/create-attribution-task')).toEqual({ status: 200, body: created.body });
    expect(await send(commands, '/attribution-status')).toMatchObject({
      status: 200,
      body: { attempt: { open: true, affiliation: 'BPO_B' } },
    });
    expect(await send(commands, '/cancel-attribution-task')).toMatchObject({
      status: 200,
      body: { state: 'canceled' },
    });
  });
});
