import { createVirtualClock } from '../../kernel/virtualClock';
import { seededRandom } from '../../kernel/random';
import { createSessions } from './sessions';

const create = () => createSessions(createVirtualClock({ mode: 'paused' }), seededRandom(1));

describe('sessions', () => {
  it('are forgotten, the oldest first, so that a storm of logins fills no memory', () => {
    const sessions = create();
    const first = sessions.open('ann');
    const second = sessions.open('ann');
    for (let n = 0; n < 1_999; n++) sessions.open('ann');

    expect(sessions.list()).toHaveLength(2_000);
    expect(sessions.holder('sst', first)).toBeUndefined();
    expect(sessions.holder('sst', second)).toBe(sessions.list()[0]?.profileId);
  });

  it('have temporary tokens that are forgotten likewise', () => {
    const sessions = create();
    const sst = sessions.open('ann');
    const tokens = Array.from({ length: 2_001 }, () => sessions.temporaryToken(sst) ?? '');

    expect(sessions.holder('tt', tokens[0] ?? '')).toBeUndefined();
    expect(sessions.list()[0]?.temporaryTokens).toBe(2_000);
  });

  it('belong to one profile however often somebody logs in', () => {
    const sessions = create();
    const holders = ['ann', 'ann', 'ben'].map((login) => sessions.holder('sst', sessions.open(login)));

    expect(new Set(holders).size).toBe(2);
  });
});
