import { onTabOpened, TAB } from './onTabOpened';

type Listener = (payload: unknown) => void;

/** Not Flex's actions: as much of them as is listened to here. */
function open() {
  const listeners = new Map<string | symbol, Set<Listener>>();
  const actions = {
    addListener: (event: string | symbol, listener: Listener) => {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    },
    removeListener: (event: string | symbol, listener: Listener) => {
      listeners.get(event)?.delete(listener);
    },
  };
  const isActions = (some: object): some is Parameters<typeof onTabOpened>[0] => 'addListener' in some;
  if (!isActions(actions)) throw new Error('no actions');
  const heard = jest.fn();
  const stop = onTabOpened(actions, 'AgentTaskCanvasTabs', heard);
  const press = (payload: unknown) => {
    listeners.get('afterSetComponentState')?.forEach((tell) => {
      tell(payload);
    });
  };
  return { heard, press, stop };
}

const pressed = (name: string, selectedTabName: string) => ({ name, state: { selectedTabName } });

it('hears each press of our tab', () => {
  const { heard, press } = open();

  press(pressed('AgentTaskCanvasTabs', TAB));
  press(pressed('AgentTaskCanvasTabs', TAB));

  expect(heard).toHaveBeenCalledTimes(2);
});

it.each([
  ['another tab', pressed('AgentTaskCanvasTabs', 'info')],
  ['that Flex has closed it', pressed('AgentTaskCanvasTabs', '')],
  ["another view's tab of the same name", pressed('SupervisorCanvasTabs', TAB)],
  ['another component', { name: 'Chat', state: { isOpen: true } }],
  ['nothing', undefined],
])('does not hear of %s', (_, payload) => {
  const { heard, press } = open();

  press(payload);

  expect(heard).not.toHaveBeenCalled();
});

it('hears nothing once it is stopped', () => {
  const { heard, press, stop } = open();

  stop();
  press(pressed('AgentTaskCanvasTabs', TAB));

  expect(heard).not.toHaveBeenCalled();
});
