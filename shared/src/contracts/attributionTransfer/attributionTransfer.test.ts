import { attributionTransferContracts, createAttributionTaskContract, transferTaskContract } from './index';

const sid = (prefix: string): string => prefix + '0'.repeat(32);

describe('the create contract', () => {
  const request = {
    taskAttributes: {
      transfer_task: { sid: sid('WR'), taskSid: sid('WT'), attributes: {}, targetSid: sid('WQ') },
    },
  };

  it('takes WARM where no mode is named', () => {
    expect(createAttributionTaskContract.request.parse(request).mode).toBe('WARM');
  });

  it('takes the task in place of the reservation, as older callers send it', () => {
    const older = {
      taskAttributes: { transfer_task: { ...request.taskAttributes.transfer_task, sid: sid('WT') } },
    };
    expect(createAttributionTaskContract.request.safeParse(older).success).toBe(true);
  });

  it.each([
    ['a transfer to a worker', { targetSid: sid('WK') }],
    ['attributes that are text', { attributes: 'text' }],
    ['no attributes', { attributes: undefined }],
  ])('refuses %s', (_what, change) => {
    const wrong = {
      taskAttributes: { transfer_task: { ...request.taskAttributes.transfer_task, ...change } },
    };
    expect(createAttributionTaskContract.request.safeParse(wrong).success).toBe(false);
  });

  it.each(['', "BPO'A", 'a b', 'x'.repeat(65)])('refuses the company %j', (affiliation) => {
    const wrong = { taskAttributes: { ...request.taskAttributes, affiliation } };
    expect(createAttributionTaskContract.request.safeParse(wrong).success).toBe(false);
  });
});

describe('the transfer contract', () => {
  it('takes the reservation that Flex has at hand in place of the attribution task', () => {
    const request = {
      attributionTaskSid: sid('WR'),
      receivingWorkerSid: sid('WK'),
      transfer_task: { taskSid: sid('WT'), targetSid: sid('WQ') },
    };
    expect(transferTaskContract.request.safeParse(request).success).toBe(true);
  });
});

describe('the contracts', () => {
  it('have a path each', () => {
    const names = attributionTransferContracts.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
