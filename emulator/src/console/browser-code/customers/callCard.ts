import { element, setText } from '../element';
import type { View } from '../keyedList';
import type { PlayedCall } from './call';

const describe = ({ status, hears, isOver }: PlayedCall): string =>
  isOver || hears === '' ? status : `${status}, hears ${hears}`;

/** A call as whoever holds the telephone lives it: what they hear, whom they talk to, and the way to end it. */
export function callCard(hangUp: (path: string) => void): View<PlayedCall> {
  let path = '';
  const who = element('strong');
  const state = element('p', { 'aria-live': 'polite' });
  const button = element('button', { type: 'button', class: 'button danger' }, 'Hang up');
  button.addEventListener('click', () => {
    hangUp(path);
  });
  return {
    root: element('li', { class: 'card customer' }, element('div', {}, who, state), button),
    show(call) {
      path = call.hangUpPath;
      setText(who, call.label);
      const together = call.hears === 'the conversation' && call.with.length > 0;
      setText(state, together ? `talks to ${call.with.join(' and ')}` : describe(call));
      button.hidden = call.isOver;
      button.setAttribute('aria-label', `Hang up: ${call.label}`);
    },
  };
}
