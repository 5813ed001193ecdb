/** @jest-environment node */
import type { AgentTask } from '../flex/ports';
import { fakeActions } from '@patchbay/plugin-kit/testing';
import { fakeFlex } from '../testing/fakeFlex';
import { fakeService } from '../testing/fakeService';
import { reservationSid, taskSid } from '../testing/sids';
import { attributionTask, callTask } from '../testing/tasks';
import { interceptAccepts } from './interceptAccepts';
import { createReceiver } from './receiver';

/** Bob's page with these tasks. */
function open(...tasks: readonly AgentTask[]) {
  const flex = fakeFlex('bob');
  const { service, asked, answer } = fakeService();
  answer('transfer-task', { success: true, updated: true, taskSid: taskSid('call') });
  flex.put(...tasks);
  const receiver = createReceiver({ flex, service });
  const actions = fakeActions();
  interceptAccepts(actions, { flex, receiver });
  return { actions, asked, receiver };
}

describe('an accept', () => {
  const sid = reservationSid('attribution');
  const elsewhere = attributionTask({ channel: 'before' });

  it.each([
    ['named by its reservation', { sid }, attributionTask()],
    ['named by its task', { task: { sid } }, attributionTask()],
    ['also when another channel is configured by now', { sid }, elsewhere],
  ])('of an attribution task is followed by what it is for, %s', async (_, payload, task) => {
    const { actions, asked, receiver } = open(task);

    await actions.invoke('AcceptTask', payload);

    expect(actions.reached).toEqual([payload]);
    expect(asked.map(([name]) => name)).toEqual(['transfer-task']);
    receiver.receptions.stop();
  });

  it.each([
    ['a call', callTask({ status: 'pending' })],
    ['other work on the same channel', attributionTask({ attributes: {} })],
  ])('of %s stays what it is', async (_, task) => {
    const { actions, asked, receiver } = open(task);

    await actions.invoke('AcceptTask', { sid: task.sid });

    expect([actions.reached.length, asked.length]).toEqual([1, 0]);
    expect(receiver.receptions.entries()).toEqual([]);
  });
});
