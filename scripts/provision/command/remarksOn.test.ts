import { installation } from '../testing/openAccount';
import { remarksOn } from './remarksOn';

describe('what is said of a choice', () => {
  it('names a service whose events go nowhere', () => {
    expect(remarksOn(installation)).toEqual([expect.stringContaining('--domain attribution-transfer=HOST')]);
  });

  it('says that no workflow was chosen', () => {
    const recovery = { voiceWorkflows: [], everyoneQueue: 'Everyone' };

    expect(remarksOn({ recovery, entrances: installation.entrances })).toEqual([
      expect.stringContaining('--voice-workflow'),
    ]);
  });
});
