import { ask } from '../api';
import { find, setOptions } from '../element';
import { keyedList, type View } from '../keyedList';
import type { Overview } from '../overview';
import { readCustomerCalls, readPhoneCalls } from './call';
import { callCard } from './callCard';
import { chatsToShow, readChat } from './chat';
import { chatCard } from './chatCard';

/** What the page shows of calls and chats that are over. */
const MOST_SHOWN = 8;

export interface Customers extends View<Overview> {
  /** Asks how the customers are. */
  refresh(): Promise<void>;
}

/** The customers that whoever looks at this page plays; `act` does something, looks again, and tells whether it went well. */
export function createCustomers(act: (work: () => Promise<unknown>) => Promise<boolean>): Customers {
  const workflow = find('#chat-workflow', HTMLSelectElement);
  const value = (id: string): string => find(`#${id}`, HTMLInputElement).value.trim();
  const calls = keyedList(
    find('#calls', HTMLElement),
    ({ callSid }) => callSid,
    () => callCard((path) => void act(() => ask('POST', path, {}))),
  );
  const chats = keyedList(
    find('#chats', HTMLElement),
    ({ conversationSid }) => conversationSid,
    () =>
      chatCard({
        send: (sid, body) => act(() => ask('POST', `customers/chats/${sid}/messages`, { body })),
        leave: (sid) => void act(() => ask('POST', `customers/chats/${sid}/leave`, {})),
      }),
  );

  find('#call-form', HTMLFormElement).addEventListener('submit', (submitted) => {
    submitted.preventDefault();
    const name = value('call-name');
    // Flex shows a task by its attribute `name`.
    void act(() => ask('POST', 'customers/calls', { from: value('call-from'), name, attributes: { name } }));
  });
  find('#chat-form', HTMLFormElement).addEventListener('submit', (submitted) => {
    submitted.preventDefault();
    const chat = { name: value('chat-name'), workflow: workflow.value, body: value('chat-body') };
    void act(() => ask('POST', 'customers/chats', chat));
  });

  return {
    root: find('#customer', HTMLElement),
    show({ workflows }) {
      setOptions(
        workflow,
        workflows.map(({ sid, name }) => [sid, name]),
      );
    },
    async refresh() {
      const [customerAnswer, phoneAnswer] = await Promise.all([
        ask('GET', 'customers/calls'),
        ask('GET', 'phones'),
      ]);
      // The newest first, and how the last one ended.
      const customers = readCustomerCalls(customerAnswer).filter(
        ({ isOver }, index) => !isOver || index === 0,
      );
      calls([...customers.slice(0, MOST_SHOWN), ...readPhoneCalls(phoneAnswer)]);
      const chatSids = chatsToShow(await ask('GET', 'customers/chats'), MOST_SHOWN);
      const answers = await Promise.all(chatSids.map((sid) => ask('GET', `customers/chats/${sid}`)));
      chats(answers.map(readChat));
    },
  };
}
