import { element, setText } from '../element';
import { keyedList, type View } from '../keyedList';
import type { ChatMessage, CustomerChat } from './chat';

export interface ChatActions {
  /** Resolves with whether it was sent. */
  readonly send: (conversationSid: string, body: string) => Promise<boolean>;
  readonly leave: (conversationSid: string) => void;
}

/** One message; it may be edited. */
function messageLine(): View<ChatMessage> {
  const root = element('li');
  return {
    root,
    show({ author, isOwn, body }) {
      root.classList.toggle('mine', isOwn);
      root.replaceChildren(...(isOwn ? [] : [element('span', { class: 'quiet' }, author)]), body);
    },
  };
}

/** A chat as its customer sees it. */
export function chatCard({ send, leave }: ChatActions): View<CustomerChat> {
  let conversationSid = '';
  let newest = '';
  const who = element('strong');
  const state = element('span', { class: 'quiet', 'aria-live': 'polite' });
  const log = element('ol', { class: 'messages', role: 'log', 'aria-label': 'Messages', tabindex: '0' });
  const input = element('input', {
    type: 'text',
    'aria-label': 'Message',
    placeholder: 'Write as the customer',
    required: true,
  });
  const form = element(
    'form',
    { class: 'fields line' },
    input,
    element('button', { class: 'button' }, 'Send'),
  );
  const leaveButton = element('button', { type: 'button', class: 'link' }, 'Leave');
  const messages = keyedList(log, ({ sid }: ChatMessage) => sid, messageLine);
  form.addEventListener('submit', (submitted) => {
    submitted.preventDefault();
    const body = input.value;
    input.value = '';
    void send(conversationSid, body).then((isSent) => {
      if (!isSent && input.value === '') input.value = body;
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
      messages(chat.messages);
      const last = chat.messages.at(-1)?.sid ?? '';
      if (last !== newest) log.scrollTop = log.scrollHeight;
      newest = last;
    },
  };
}
