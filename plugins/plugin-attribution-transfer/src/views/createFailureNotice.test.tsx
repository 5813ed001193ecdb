import React, { cloneElement } from 'react';
import { render } from '@testing-library/react';
import { createSpeech } from '@patchbay/plugin-kit';
import { strings } from '../strings';
import { createFailureNotice } from './createFailureNotice';

type Flexes = Parameters<typeof createFailureNotice>[0];

/** Not Flex: its text of a transfer that failed, in another language. */
class FakeTemplate extends React.Component<{ readonly source?: unknown; readonly reason?: string }> {
  override render() {
    return `${String(this.props.source)} ${this.props.reason ?? ''}`;
  }
}
const isFlex = (flex: object): flex is Flexes => 'Template' in flex;

/** What the notification says when it is shown with this. */
function textFor(notificationContext: object | undefined) {
  const flex = { Template: FakeTemplate, templates: { TransferFailedNotification: 'Fehlgeschlagen:' } };
  if (!isFlex(flex)) throw new Error('no Flex');
  const notice = createFailureNotice(flex, createSpeech({ strings: {} }, strings));
  return render(cloneElement(notice, { notificationContext })).container.textContent;
}

it("a transfer of ours that failed is told in the plugin's words", () => {
  expect(textFor(undefined)).toBe('Transfer failed. Please try again or contact a supervisor.');
});

it("any other is told in Flex's own, with Flex's reason", () => {
  expect(textFor({ reason: 'No capacity' })).toBe('Fehlgeschlagen: No capacity');
});
