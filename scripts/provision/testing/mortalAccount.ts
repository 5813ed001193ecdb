import twilio, { RequestClient } from 'twilio';
import type { Account } from '../account/account';
import type { OpenAccount } from './openAccount';

/** Where a process dies: before its n-th request to Twilio is sent, or after it has taken effect. */
export interface Death {
  readonly at: number;
  readonly when: 'before' | 'after';
}

/** Twilio's HTTP client in a process that is killed: from then on nothing it waits for ever comes. */
class MortalClient extends RequestClient {
  readonly died: Promise<'died'>;
  private die: (death: 'died') => void = () => undefined;
  private count = 0;

  constructor(private readonly death: Death) {
    super({ keepAlive: false });
    this.died = new Promise((resolve) => {
      this.die = resolve;
    });
  }

  override async request<TData>(options: Parameters<RequestClient['request']>[0]) {
    this.count += 1;
    const number = this.count;
    const { at, when } = this.death;
    if (number > at || (number === at && when === 'before')) await this.forever();
    const answer = await super.request<TData>(options);
    if (number === at) await this.forever();
    return answer;
  }

  private forever(): Promise<never> {
    this.die('died');
    return new Promise(() => undefined);
  }
}

/** Runs something in a process that dies there; says how it ended. */
export async function runUntilDeath(
  { local, account }: OpenAccount,
  death: Death,
  run: (account: Account) => Promise<unknown>,
): Promise<'died' | 'finished'> {
  const httpClient = new MortalClient(death);
  const client = twilio(local.accountSid, local.authToken, { httpClient });
  return Promise.race([httpClient.died, run({ ...account, client }).then(() => 'finished' as const)]);
}
