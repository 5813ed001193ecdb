import { agentCard } from './agentCard';
import { ask, NotReachable } from './api';
import { createClockFace } from './clockFace';
import { createCustomers } from './customers/customers';
import { find, setText } from './element';
import { createFaultControls } from './faultControls';
import { keyedList } from './keyedList';
import { createNotice } from './notice';
import { readOverview, type AgentPage } from './overview';
import { repeat } from './repeat';
import { follow } from './timeline/feed';
import type { Feed, Row } from './timeline/row';
import { rowOfEntry } from './timeline/rowOfEntry';
import { rowOfEvent } from './timeline/rowOfEvent';
import { createTimeline } from './timeline/timeline';

const tell = createNotice();
const tellError = (error: unknown): void => {
  tell(error instanceof Error ? error.message : String(error));
};
/** Does what was clicked, says what went wrong, and looks again; resolves with whether it went well. */
const act = async (work: () => Promise<unknown>): Promise<boolean> => {
  try {
    await work();
    tell('');
    return true;
  } catch (error) {
    tellError(error);
    return false;
  } finally {
    look();
  }
};

const clock = createClockFace();
const customers = createCustomers(act);
const faults = createFaultControls({
  add: (rule) => void act(() => ask('POST', 'faults', rule)),
  remove: (id) => void act(() => ask('DELETE', `faults/${id}`)),
  clear: () => void act(() => ask('DELETE', 'faults')),
});
const agents = keyedList<AgentPage>(
  find('#agents', HTMLElement),
  ({ page }) => page,
  () =>
    agentCard({
      setOnline: (page, online) => void act(() => ask('POST', 'network', { page, online })),
    }),
);
const noAgents = find('#agents-empty', HTMLElement);
const connection = find('#connection', HTMLElement);
let names: ReadonlyMap<string, string> = new Map();

const refresh = async (): Promise<void> => {
  const [answer, flex] = await Promise.all([ask('GET', 'overview'), ask('GET', 'flex')]);
  const overview = readOverview(answer, flex);
  names = overview.names;
  agents(overview.pages);
  noAgents.hidden = overview.pages.length > 0;
  faults.show(overview);
  clock.show(overview);
  customers.show(overview);
  await customers.refresh();
};
const setConnected = (connected: boolean): void => {
  connection.classList.toggle('lost', !connected);
  setText(connection, connected ? 'Live' : 'Not reachable, trying again');
};

const look = repeat(() =>
  refresh().catch((error: unknown) => {
    if (!(error instanceof NotReachable)) tellError(error);
  }),
);
const timeline = createTimeline();
const feed = (name: Feed, rowOf: (item: unknown) => Row): void =>
  void follow({
    feed: name,
    onConnected: setConnected,
    onRestart() {
      timeline.forget(name);
    },
    onItems(items) {
      timeline.add(items.map(rowOf));
      look();
    },
  });
feed('events', (event) => rowOfEvent(event, names));
feed('journal', rowOfEntry);
