import { chooseInstallation, type Environments } from './chooseInstallation';
import { readOptions } from './readOptions';

const nothing: Environments = { 'attribution-transfer': {}, 'disconnect-recovery': {} };

function choose(line: string, environments: Environments = nothing) {
  const options = readOptions(line.split(' '));
  if (options === 'help') throw new Error('No help was asked for.');
  return chooseInstallation(options, environments);
}

describe('what is chosen to be installed', () => {
  it('has the companies without their shares', () => {
    expect(choose('plan --affiliations BPO_A:50,BPO_B').affiliations).toEqual(['BPO_A', 'BPO_B']);
  });

  it("takes the companies from the service's own settings", () => {
    const environments = { ...nothing, 'attribution-transfer': { AFFILIATIONS: 'BPO_C' } };

    expect(choose('plan', environments).affiliations).toEqual(['BPO_C']);
  });

  it('says what to do when nobody said the companies', () => {
    expect(() => choose('plan')).toThrow('Missing AFFILIATIONS: say the companies by --affiliations');
  });

  it('leaves out what is not asked for', () => {
    expect(choose('plan --only disconnect-recovery')).toEqual({
      recovery: { voiceWorkflows: [], everyoneQueue: 'Everyone' },
      entrances: [],
    });
  });

  it('sends events where a service is deployed and its password is known', () => {
    const environments = { ...nothing, 'disconnect-recovery': { EVENTS_BASIC_AUTH: 'events:secret' } };
    const line =
      'plan --affiliations A_1 --domain disconnect-recovery=a.twil.io --domain attribution-transfer=b.twil.io';

    expect(choose(line, environments).entrances).toMatchObject([
      {
        service: 'disconnect-recovery',
        domain: 'a.twil.io',
        login: 'events:secret',
        path: '/task-event-handler',
      },
    ]);
  });

  it('refuses a password that would change the address it is part of, without showing it', () => {
    const environments = { ...nothing, 'disconnect-recovery': { EVENTS_BASIC_AUTH: 'events:p@ss/word' } };
    const line = 'plan --affiliations A_1 --domain disconnect-recovery=a.twil.io';

    expect(() => choose(line, environments)).toThrow(
      /^EVENTS_BASIC_AUTH of disconnect-recovery must be [^@]*$/,
    );
  });

  it.each(['', 'plan apply', 'plan --only segment-lookup', 'plan --domain x', 'plan --unknown'])(
    'is not guessed from "%s"',
    (line) => {
      expect(() => readOptions(line === '' ? [] : line.split(' '))).toThrow('Exit code:');
    },
  );
});
