import { agentCard } from './agentCard';
import { ask } from './api';
import { createClockFace } from './clockFace';
import { createCustomers } from './customers/customers';
import { find, setText } from './element';
import { createFaultControls } from './faultControls';
import { keyedList } from './keyedList';
import { createNotice } from './notice';
import { readOverview, type AgentPage } from './overview';
import { repeat } from './repeat';
import { follow } from './timeline/feed';
import { rowOfEntry } from './timeline/rowOfEntry';
import { rowOfEvent } from './timeline/rowOfEvent';
import { createTimeline } from './timeline/timeline';

const tell = createNotice();
/** Does what was clicked, says what went wrong, and looks again. */
const act = async (work: () => Promise<unknown>): Promise<void> => {
  try {
    await work();
    tell('');
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
  }
  look();
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
    tell(error instanceof Error ? error.message : String(error));
  }),
);
const timeline = createTimeline();
const feed = { onRestart: timeline.clear, onConnected: setConnected };
void follow({
  ...feed,
  path: 'events',
  list: 'events',
  onItems(events) {
    timeline.add(events.map((event) => rowOfEvent(event, names)));
    look();
  },
});
void follow({
  ...feed,
  path: 'journal',
  list: 'entries',
  onItems(entries) {
    timeline.add(entries.map(rowOfEntry));
    look();
  },
});
