import twilio, { RequestClient } from 'twilio';
import type { Account } from '../account/account';
import type { OpenAccount } from './openAccount';

/** Where a process dies: before its n-th request to Twilio is sent, or after it has taken effect. */
export interface Death {
  readonly at: number;
  readonly when: 'before' | 'after';
}

/** Runs something in a process that is killed there: from then on nothing it waits for ever comes. Says how it ended. */
export async function runUntilDeath(
  { local, account }: OpenAccount,
  { at, when }: Death,
  run: (account: Account) => Promise<unknown>,
): Promise<'died' | 'finished'> {
  let die: (death: 'died') => void = () => undefined;
  const died = new Promise<'died'>((resolve) => {
    die = resolve;
  });
  const forever = (): Promise<never> => {
    die('died');
    return new Promise(() => undefined);
  };
  let requests = 0;
  const [httpClient, living] = [new RequestClient(), new RequestClient()];
  httpClient.request = async (options) => {
    requests += 1;
    const number = requests;
    if (number > at || (number === at && when === 'before')) return forever();
    const answer = await living.request(options);
    return number === at ? forever() : answer;
  };
  const client = twilio(local.accountSid, local.authToken, { httpClient });
  return Promise.race([died, run({ ...account, client }).then(() => 'finished' as const)]);
}
