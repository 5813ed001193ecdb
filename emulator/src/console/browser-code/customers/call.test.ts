import { describeSound } from './call';

describe('what a leg hears, in words', () => {
  it.each([
    [{ say: 'One moment, please.' }, '“One moment, please.”'],
    [{ music: 'queue' }, 'music'],
    [{ music: 'hold' }, 'music, on hold'],
    [{ ringing: true }, 'ringing'],
    [{ conference: 'CF1', with: ['alice'] }, 'the conversation'],
    [{ conference: 'CF1', with: [] }, 'silence, alone in the conference'],
    [undefined, ''],
  ])('is said of %j', (hears, words) => {
    expect(describeSound(hears)).toBe(words);
  });

  it.each([
    'https://disconnect-recovery-4242-dev.twil.io/connection-interrupted.mp3',
    'https://disconnect-recovery-4242-dev.twil.io/connection-interrupted.mp3?voice=a/b#rc=5',
    'connection-interrupted.mp3',
  ])('is a recording by its file, not by its whole address (%s)', (play) => {
    expect(describeSound({ play })).toBe('a recording, connection-interrupted.mp3');
  });
});
