import React from 'react';
import { act, fireEvent, screen } from '@testing-library/react';
import { renderInPaste } from '@patchbay/plugin-kit/testing';
import type { LookupEvent } from '../lookup/event';
import { taskSid } from '../testing/sids';
import { viewMeans } from '../testing/viewMeans';
import { LookupPanel } from './LookupPanel';

const A = taskSid('a');
const B = taskSid('b');

function open() {
  const view = viewMeans();
  const { unmount } = renderInPaste(<LookupPanel {...view.means} />);
  const answer = (event: LookupEvent) => {
    view.dispatch('panel', event);
  };
  return { ...view, answer, unmount };
}

const input = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Enter Task SID' });
const lookUp = (text: string) => {
  fireEvent.change(input(), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: 'Look up' }));
};
const status = () => screen.getAllByRole('status')[0]?.textContent;

describe('the panel', () => {
  it('is a region of its own name, with a field that says what belongs there', () => {
    open();

    expect(screen.getByRole('region', { name: 'Segment ID Lookup' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Segment ID Lookup' })).toBeTruthy();
    expect(input().value).toBe('');
  });

  it('looks up what is entered, tidied', () => {
    const { asked } = open();

    lookUp(` ${A.toLowerCase()}\n`);

    expect(asked()).toEqual([A]);
    expect(input().value).toBe(A);
    expect(status()).toBe('Looking up segments…');
  });

  it.each([
    ['', 'Enter a Task SID first.'],
    ['WT123', 'That is not a Task SID: WT, then 32 digits or letters from a to f.'],
  ])('asks nobody for %j, and says what is wrong with it', (text, complaint) => {
    const { asked } = open();

    lookUp(text);

    expect(asked()).toEqual([]);
    expect(screen.getByRole('alert').textContent).toContain(complaint);
    expect(input().getAttribute('aria-invalid')).toBe('true');
    expect(input().getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id);
    expect(document.activeElement).toBe(input());
  });

  it('takes the complaint back when somebody goes on typing', () => {
    open();
    lookUp('WT123');

    fireEvent.change(input(), { target: { value: 'WT1234' } });

    expect(screen.getByRole('alert').textContent).toBe('');
    expect(input().getAttribute('aria-invalid')).not.toBe('true');
  });

  it('asks once for two clicks, and for the newest of two tasks', () => {
    const { asked, answer } = open();

    lookUp(A);
    lookUp(A);
    lookUp(B);
    answer({ type: 'answered', run: 1, segmentIds: ['of a'] });

    expect(asked()).toEqual([A, B]);
    expect(screen.queryByText('of a')).toBeNull();
    expect(status()).toBe('Looking up segments…');
  });

  it('asks again for the task that is shown, whatever the field says by now', () => {
    const { asked, answer } = open();
    lookUp(A);
    answer({ type: 'answered', run: 1, segmentIds: [] });
    fireEvent.change(input(), { target: { value: 'something else' } });

    fireEvent.click(screen.getByRole('button', { name: 'Look up again' }));

    expect(asked()).toEqual([A, A]);
  });

  it('ends the lookup when somebody cancels it', () => {
    const { commands } = open();
    lookUp(A);

    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));

    expect(commands.at(-1)).toEqual({ kind: 'abort' });
    expect(status()).toBe('');
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
  });

  it('ends the lookup when it is put away', () => {
    const { commands, unmount, lookups } = open();
    lookUp(A);

    unmount();

    expect(commands.at(-1)).toEqual({ kind: 'abort' });
    expect(lookups.get('panel')).toMatchObject({ stage: 'idle' });
  });

  it('shows what was found when it comes back', () => {
    const { answer, unmount, means } = open();
    lookUp(A);
    answer({ type: 'answered', run: 1, segmentIds: ['7'] });

    unmount();
    renderInPaste(<LookupPanel {...means} />);

    expect(status()).toBe('Found 1 segment ID(s):');
    expect(input().value).toBe(A);
  });

  it('leaves the focus in the field while the answer comes', () => {
    const { answer } = open();
    input().focus();
    fireEvent.change(input(), { target: { value: A } });
    act(() => {
      fireEvent.submit(input());
    });

    answer({ type: 'answered', run: 1, segmentIds: ['7'] });

    expect(document.activeElement).toBe(input());
  });
});
