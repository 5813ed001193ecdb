import { createContactCentre } from '../taskrouter/engine/testing/createContactCentre';
import { createIdentityDirectory } from '../iam/identities';
import { seededRandom } from '../kernel/random';
import { identityOfWorker } from './identityOfWorker';

describe('the identity of a worker', () => {
  const open = () => {
    const centre = createContactCentre();
    const identities = createIdentityDirectory(centre.clock, seededRandom(1));
    const worker = centre.addWorker('ann.lee@example.com');
    return { identities, worker, identityOf: identityOfWorker(identities, centre.engine) };
  };

  it('is his name as Flex encodes it before he ever signed in', () => {
    const { worker, identityOf } = open();

    expect(identityOf(worker.workspaceSid, worker.sid)).toBe('ann_2Elee_40example_2Ecom');
  });

  it('is that of his newest session', () => {
    const { identities, worker, identityOf } = open();
    for (const identity of ['old', 'new']) identities.issue({ identity, workerSid: worker.sid, roles: [] });
    identities.issue({ identity: 'other', workerSid: 'WK1', roles: [] });

    expect(identityOf(worker.workspaceSid, worker.sid)).toBe('new');
  });
});
