import { mergeEnvironment } from './mergeEnvironment';

describe('the values of a service in its env file', () => {
  it('replace their own lines and leave all others', () => {
    const text = '# mine\nCUSTOM=1\nWORKSPACE_SID=WSold\n\nLAST="a b"\n';

    expect(mergeEnvironment(text, { WORKSPACE_SID: 'WSnew', SYNC_SERVICE_SID: 'IS1' })).toBe(
      '# mine\nCUSTOM=1\nWORKSPACE_SID=WSnew\n\nLAST="a b"\nSYNC_SERVICE_SID=IS1\n',
    );
  });

  it('are all there in a file that was not', () => {
    expect(mergeEnvironment('', { A: '1', B: '2' })).toBe('A=1\nB=2\n');
  });

  it('change nothing when they are there already', () => {
    const text = 'A=1\nB=2\n';

    expect(mergeEnvironment(text, { A: '1' })).toBe(text);
  });

  it('leave no second line that would win', () => {
    expect(mergeEnvironment('A=1\nA=2\nB=3\n', { A: '4' })).toBe('A=4\nB=3\n');
  });

  it('are not mistaken for a comment', () => {
    expect(mergeEnvironment('# A=1\n', { A: '2' })).toBe('# A=1\nA=2\n');
  });
});
