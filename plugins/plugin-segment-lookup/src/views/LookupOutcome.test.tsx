import React from 'react';
import { act, fireEvent, screen } from '@testing-library/react';
import { renderInPaste } from '@patchbay/plugin-kit/testing';
import type { Lookup, LookupFailure } from '../lookup/lookup';
import { taskSid } from '../testing/sids';
import { NOON, viewMeans } from '../testing/viewMeans';
import { LookupOutcome } from './LookupOutcome';

const about = { run: 1, taskSid: taskSid('a') };
const checking: Lookup = { ...about, stage: 'checking', since: NOON };
const pending: Lookup = { ...about, stage: 'pending', since: NOON, continuation: 'c1' };
const empty: Lookup = { ...about, stage: 'empty' };
const found: Lookup = { ...about, stage: 'found', segmentIds: ['7', '8'] };
const failed = (failure: LookupFailure): Lookup => ({ ...about, stage: 'failed', failure });

function open(lookup: Lookup | undefined) {
  const { means } = viewMeans();
  const [onCancel, onAgain] = [jest.fn(), jest.fn()];
  const draw = (shown: Lookup | undefined) => (
    <LookupOutcome {...{ onCancel, onAgain }} lookup={shown} say={means.say} copy={means.copy} />
  );
  const view = renderInPaste(draw(lookup));
  const change = (next: Lookup | undefined) => {
    view.rerender(draw(next));
  };
  return { ...view, change, onCancel, onAgain };
}

const region = () => screen.getAllByRole('status')[0];
const button = (name: string) => screen.queryByRole('button', { name });

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('what is seen of a lookup', () => {
  it('is nothing before one', () => {
    expect(open(undefined).root().textContent).toBe('');
  });

  it('is that it runs, for how long, and a way out', () => {
    const { onCancel } = open(pending);
    act(() => {
      jest.advanceTimersByTime(65_000);
    });

    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));

    expect(region()?.textContent).toBe('Flex Insights is still computing the report…');
    expect(screen.getByRole('timer').textContent).toBe('Waiting for 1:05');
    expect(onCancel).toHaveBeenCalledTimes(1);
  });

  it('is read out by a region that is always there, without the passing seconds', () => {
    const { change } = open(undefined);
    const always = region();

    change(checking);
    const texts = [always?.textContent];
    change(found);
    texts.push(always?.textContent);
    change(empty);

    expect(region()).toBe(always);
    expect(texts).toEqual(['Looking up segments…', 'Found 2 segment ID(s):']);
    expect(always?.textContent).toContain('No segments found');
  });

  it.each([
    ['insights_unavailable', 'Flex Insights is busy. Trying again…'],
    ['throttled', 'Flex Insights is busy. Trying again…'],
    ['network', 'The lookup service does not answer. Trying again…'],
  ] as const)('is what hinders it after %s', (hindrance, text) => {
    open({ ...pending, hindrance });

    expect(region()?.textContent).toBe(text);
  });

  it.each([
    [empty, 'No segments found'],
    [failed({ code: 'not_found' }), 'Flex Insights does not know this task'],
  ])('is when the data comes, and another try, where there is nothing yet', (lookup, title) => {
    const { onAgain } = open(lookup);

    fireEvent.click(screen.getByRole('button', { name: 'Look up again' }));

    expect(screen.getByRole('heading', { name: title })).toBeTruthy();
    expect(region()?.textContent).toContain('30 to 60 minutes after the task');
    expect(onAgain).toHaveBeenCalledTimes(1);
  });

  it('names the task it is of', () => {
    open(found);

    expect(screen.getByText(`Task ${about.taskSid}`)).toBeTruthy();
  });
});

describe('a lookup that failed', () => {
  it.each<[LookupFailure['code'], string]>([
    ['token_refused', 'Your Flex session has ended. Log in to Flex again.'],
    ['token_missing', 'Your Flex session has ended. Log in to Flex again.'],
    ['role_missing', 'Your role in Flex may not look up segments.'],
    ['insights_refused', 'Flex Insights does not let the lookup service in. Tell your administrator.'],
    ['report_failed', 'Flex Insights could not compute the report. Try again.'],
    ['insights_unavailable', 'Flex Insights is busy. Try again in a moment.'],
    ['report_timeout', 'The report takes too long. Try again in a few minutes.'],
    ['too_long', 'The report takes too long. Try again in a few minutes.'],
    ['configuration_missing', 'The lookup service is not set up correctly. Tell your administrator.'],
    ['network', 'The lookup service does not answer. Check your connection and try again.'],
    ['bad_response', 'The segments could not be looked up. Try again, or tell your administrator.'],
    ['internal', 'The segments could not be looked up. Try again, or tell your administrator.'],
  ])('says to people what %s means', (code, text) => {
    open(failed({ code }));

    expect(region()?.textContent).toContain(text);
    expect(button('Look up again')).not.toBeNull();
  });

  it('says when to come back, where the service does', () => {
    open(failed({ code: 'insights_unavailable', retryAfterSeconds: 40 }));

    expect(region()?.textContent).toContain('Try again in 40 seconds.');
  });

  it('gives the administrator something to look for', () => {
    open(failed({ code: 'internal', correlationId: 'request-0001' }));

    expect(region()?.textContent).toContain('Reference for your administrator: request-0001');
  });
});

describe('the focus', () => {
  it('goes to the outcome when the button that had it is gone', () => {
    const { change, root } = open(checking);
    screen.getByRole('button', { name: 'Cancel' }).focus();

    change(found);

    expect(document.activeElement).toBe(root().firstChild);
  });

  it('stays where it is otherwise', () => {
    const { change } = open(checking);
    const elsewhere = document.body.appendChild(document.createElement('input'));
    elsewhere.focus();

    change(found);

    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });

  it('is not taken by what is drawn for the first time', () => {
    const { root } = open(undefined);

    expect(document.activeElement).not.toBe(root().firstChild);
  });
});
