import { copyText } from './copyText';

const setClipboard = (clipboard: object | undefined): void => {
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
};

afterEach(() => {
  setClipboard(undefined);
});

describe('copying text', () => {
  it('puts it on the clipboard', async () => {
    const writeText = jest.fn(() => Promise.resolve());
    setClipboard({ writeText });

    await copyText('42');

    expect(writeText).toHaveBeenCalledWith('42');
  });

  it('is refused where the browser has no clipboard', async () => {
    await expect(copyText('42')).rejects.toThrow();
  });
});
