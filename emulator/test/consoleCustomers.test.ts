import { API } from '../src/conversations';
import { openConsole } from './openConsole';

describe('the customers of the console', () => {
  const stage = openConsole();

  it('plays a customer who calls, and tells what they hear', async () => {
    await stage.page.getByRole('textbox', { name: 'Name' }).first().fill('Jane Roe');
    await stage.page.getByRole('button', { name: 'Place a call' }).click();

    await stage.page.getByText('in-progress, hears music').waitFor();
    await stage.page.getByText('Offered to alice').waitFor();
    await stage.page.getByRole('button', { name: 'Hang up: Jane Roe' }).click();
    await stage.page.getByText('The task is canceled').waitFor();

    const [task] = stage.twilio.engine.workspace(stage.seeded.workspaceSid).tasks.list();
    expect(JSON.parse(task?.attributes ?? '')).toMatchObject({ name: 'Jane Roe' });
  });

  it('plays a customer who chats', async () => {
    await stage.page.getByRole('button', { name: 'Start a chat' }).click();
    const log = stage.page.getByRole('log', { name: 'Messages' });
    await log.getByText('Hello, can you help me?').waitFor();
    await stage.page
      .getByRole('textbox', { name: 'Message', exact: true })
      .last()
      .fill('It is about my bill.');
    await stage.page.getByRole('button', { name: 'Send' }).click();
    await log.getByText('It is about my bill.').waitFor();
    await stage.page.getByRole('button', { name: 'Leave' }).click();
    await stage.page.getByText('Casey Jones ended').waitFor();
  });

  it('keeps what was written when it can not be sent, and says why', async () => {
    await stage.page.getByRole('button', { name: 'Start a chat' }).click();
    await stage.page.getByRole('button', { name: 'Send' }).waitFor();
    const message = stage.page.getByRole('textbox', { name: 'Message', exact: true }).last();
    await message.fill('Are you there?');
    const open = stage.twilio.conversations.engine.conversations
      .list()
      .find(({ state }) => state === 'active');
    stage.twilio.conversations.engine.conversations.update(API, open!.sid, { state: 'closed' });

    await stage.page.getByRole('button', { name: 'Send' }).click();

    await stage.page.getByRole('alert').getByText('final closed state').waitFor();
    expect(await message.inputValue()).toBe('Are you there?');
    stage.dismissFailedRequests();
  });

  it('shows a message as it was edited', async () => {
    await stage.page.getByRole('button', { name: 'Start a chat' }).click();
    const log = stage.page.getByRole('log', { name: 'Messages' }).first();
    await log.getByText('Hello, can you help me?').waitFor();
    const { conversations, messages } = stage.twilio.conversations.engine;
    const open = conversations.list().findLast(({ state }) => state === 'active');
    const [first] = messages.list(open!.sid);

    messages.update(API, open!.sid, first!.sid, { body: 'Never mind' });

    await log.getByText('Never mind').waitFor();
    expect(await log.getByRole('listitem').count()).toBe(1);
  });
});
