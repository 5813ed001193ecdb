import type { FaultEffect } from '@patchbay/emulator';
import type { Account } from './account/account';
import { destroy, hasWork, install, prepareDestruction, prepareInstallation } from './provisionAccount';
import { runUntilDeath, type Death } from './testing/mortalAccount';
import { installation, openAccount, type OpenAccount } from './testing/openAccount';
import { showAccount } from './testing/showAccount';

const quietly = (): void => undefined;
const apply = async (account: Account) => {
  await install(account, await prepareInstallation(account, installation), quietly);
};
const undo = async (account: Account) => {
  await destroy(account, await prepareDestruction(account), quietly);
};

/** What an undisturbed run leaves behind, and with how many requests. */
async function undisturbed(): Promise<{
  fresh: readonly string[];
  end: readonly string[];
  requests: number;
}> {
  const open = await openAccount();
  try {
    const fresh = await showAccount(open.account);
    const before = open.requests();
    await apply(open.account);
    const requests = open.requests() - before;
    return { fresh, end: await showAccount(open.account), requests };
  } finally {
    await open.close();
  }
}

/** Goes wrong once at every request of an apply; the same command again must lead to the same end, and so must an end to nothing. */
async function disturbEveryRequest(
  disturb: (open: OpenAccount, at: number) => Promise<unknown>,
): Promise<void> {
  const { fresh, end, requests } = await undisturbed();
  for (let at = 1; at <= requests; at += 1) {
    const open = await openAccount();
    try {
      await disturb(open, at);
      open.local.faults.clear();
      await apply(open.account);
      expect({ at, account: await showAccount(open.account) }).toEqual({ at, account: end });
      expect({ at, work: hasWork(await prepareInstallation(open.account, installation)) }).toEqual({
        at,
        work: false,
      });
      await undo(open.account);
      expect({ at, account: await showAccount(open.account) }).toEqual({ at, account: fresh });
    } finally {
      await open.close();
    }
  }
}

const effects: readonly FaultEffect[] = [
  { type: 'status', status: 429, code: 20429 },
  { type: 'status', status: 500 },
  { type: 'status-after', status: 500 },
  { type: 'lost-response' },
];

describe('an apply that goes wrong at any one request ends as an undisturbed one', () => {
  it.each(effects)(
    '$type $status',
    async (effect) => {
      await disturbEveryRequest((open, at) => {
        open.local.faults.add({ skip: at - 1, times: 1, effect });
        return apply(open.account);
      });
    },
    300_000,
  );

  it.each<Death['when']>(['before', 'after'])(
    'killed %s it',
    async (when) => {
      await disturbEveryRequest((open, at) => runUntilDeath(open, { at, when }, apply));
    },
    300_000,
  );

  it('every request of a stretch fails: the next run finishes', async () => {
    await disturbEveryRequest((open, at) => {
      open.local.faults.add({ skip: at - 1, effect: { type: 'lost-response' } });
      return apply(open.account).catch(() => undefined);
    });
  }, 300_000);
});

describe('a destroy that is killed', () => {
  it.each<Death['when']>(['before', 'after'])(
    '%s any request is finished by the next',
    async (when) => {
      const { fresh } = await undisturbed();
      for (let at = 1; ; at += 1) {
        const open = await openAccount();
        try {
          await apply(open.account);
          const end = await runUntilDeath(open, { at, when }, undo);
          await undo(open.account);
          expect({ at, account: await showAccount(open.account) }).toEqual({ at, account: fresh });
          if (end === 'finished') return;
        } finally {
          await open.close();
        }
      }
    },
    300_000,
  );
});
