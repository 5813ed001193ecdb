import { element, setText } from '../element';
import type { View } from '../keyedList';
import type { CustomerChat } from './chat';

export interface ChatActions {
  readonly send: (conversationSid: string, body: string) => Promise<void>;
  readonly leave: (conversationSid: string) => void;
}

/** A chat as its customer sees it. */
export function chatCard({ send, leave }: ChatActions): View<CustomerChat> {
  let conversationSid = '';
  let shownMessages = 0;
  const who = element('strong');
  const state = element('span', { class: 'quiet', 'aria-live': 'polite' });
  const log = element('ol', { class: 'messages', role: 'log', 'aria-label': 'Messages', tabindex: '0' });
  const input = element('input', {
    type: 'text',
    'aria-label': 'Message',
    placeholder: 'Write as the customer',
    required: true,
  });
  const form = element('form', { class: 'line' }, input, element('button', { class: 'button' }, 'Send'));
  const leaveButton = element('button', { type: 'button', class: 'link' }, 'Leave');
  form.addEventListener('submit', (submitted) => {
    submitted.preventDefault();
    void send(conversationSid, input.value).then(() => {
      input.value = '';
    });
  });
  leaveButton.addEventListener('click', () => {
    leave(conversationSid);
  });
  return {
    root: element(
      'li',
      { class: 'card chat' },
      element('div', { class: 'chat-head' }, element('span', {}, who, ' ', state), leaveButton),
      log,
      form,
    ),
    show(chat) {
      conversationSid = chat.conversationSid;
      setText(who, chat.name);
      setText(state, chat.state);
      form.hidden = chat.isOver;
      leaveButton.hidden = chat.isOver;
      for (const { author, isOwn, body } of chat.messages.slice(shownMessages)) {
        const by = isOwn ? [] : [element('span', { class: 'quiet' }, author)];
        log.append(element('li', isOwn ? { class: 'mine' } : {}, ...by, body));
      }
      if (chat.messages.length !== shownMessages) log.scrollTop = log.scrollHeight;
      shownMessages = chat.messages.length;
    },
  };
}
