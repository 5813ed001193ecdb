import React from 'react';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { renderInPaste } from '@patchbay/plugin-kit/testing';
import { viewMeans } from '../testing/viewMeans';
import { SegmentList } from './SegmentList';

function open(segmentIds: readonly string[]) {
  const view = viewMeans();
  const shown = renderInPaste(
    <SegmentList segmentIds={segmentIds} say={view.means.say} copy={view.means.copy} />,
  );
  return { ...view, ...shown };
}

const press = async (name: string): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name }));
  await act(() => Promise.resolve());
};
const items = () => within(screen.getByRole('list', { name: 'Segment IDs' })).getAllByRole('listitem');
const status = () => screen.getByRole('status').textContent;

describe('segment IDs', () => {
  it('are listed in the order they were found', () => {
    open(['3', '1', '2']);

    expect(items().map(({ textContent }) => textContent[0])).toEqual(['3', '1', '2']);
  });

  it('are copied one at a time', async () => {
    const { copied } = open(['31', '42']);

    await press('Copy 42');

    expect(copied).toEqual(['42']);
    expect(status()).toBe('Copied 42.');
  });

  it('are copied all at once, a line each', async () => {
    const { copied } = open(['31', '42']);

    await press('Copy all');

    expect(copied).toEqual(['31\n42']);
    expect(status()).toBe('Copied 2 segment ID(s).');
  });

  it('say so when the browser does not let them be copied', async () => {
    const { clipboard } = open(['31']);
    clipboard.refuses = true;

    await press('Copy 31');

    expect(status()).toBe('The browser does not allow copying here. Select the text and copy it yourself.');
  });

  it('say only how the newest copy went', async () => {
    const { clipboard } = open(['31', '42']);
    clipboard.refuses = true;
    fireEvent.click(screen.getByRole('button', { name: 'Copy 31' }));
    clipboard.refuses = false;

    await press('Copy 42');

    expect(status()).toBe('Copied 42.');
  });

  it('are read out again when the same is copied again', async () => {
    open(['31']);
    await press('Copy 31');

    fireEvent.click(screen.getByRole('button', { name: 'Copy 31' }));
    const between = status();
    await act(() => Promise.resolve());

    expect([between, status()]).toEqual(['', 'Copied 31.']);
  });

  it('say nothing once they are put away', async () => {
    const noise = jest.spyOn(console, 'error');
    const { unmount } = open(['31']);

    fireEvent.click(screen.getByRole('button', { name: 'Copy 31' }));
    unmount();
    await Promise.resolve();

    expect(noise).not.toHaveBeenCalled();
    noise.mockRestore();
  });

  it('are not all shown when there are very many, but all copied', async () => {
    const { copied } = open(Array.from({ length: 1_000 }, (_, index) => String(index)));

    await press('Copy all');

    expect(items()).toHaveLength(100);
    expect(screen.getByText('And 900 more. “Copy all” copies them, too.')).toBeTruthy();
    expect(copied[0]?.split('\n')).toHaveLength(1_000);
  });

  it('are text, whatever they hold', () => {
    open(['<img src=x onerror=alert(1)>']);

    expect(items()[0]?.querySelector('img')).toBeNull();
  });
});
