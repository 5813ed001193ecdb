import { createContactCentre } from '../taskrouter/engine/testing/createContactCentre';
import { findCentre, findWorker } from './centre';
import { createFlexSettings } from './settings/flexSettings';

const SETTINGS = createFlexSettings().current();

describe('what Flex is set up on', () => {
  it('is the newest workspace, unless another is named', () => {
    const { engine, workspace } = createContactCentre();
    const { sid } = engine.workspaces.create({ friendlyName: 'Newer' });

    expect(findCentre(engine, SETTINGS).workspaceSid).toBe(sid);
    expect(findCentre(engine, { ...SETTINGS, workspaceSid: workspace.sid }).workspaceSid).toBe(workspace.sid);
  });

  it('has Offline for an agent who logs out, whatever else is away', () => {
    const { engine, workspace, activity } = createContactCentre();
    workspace.activities.update(activity('Offline').sid, { friendlyName: 'Lunch' });
    const { sid } = workspace.activities.create({ friendlyName: 'Offline', available: false });

    expect(findCentre(engine, SETTINGS).offlineActivitySid).toBe(sid);
  });

  it('is nothing without a workspace', () => {
    const { engine, workspace } = createContactCentre();
    engine.workspaces.delete(workspace.sid);

    expect(findCentre(engine, SETTINGS)).toMatchObject({ workspaceSid: null, queueSids: [] });
  });

  it('finds a worker in whatever workspace he is', () => {
    const { engine, addWorker } = createContactCentre();
    const { sid } = addWorker('alice');
    engine.workspaces.create({ friendlyName: 'Newer' });

    expect(findWorker(engine, sid)?.friendlyName).toBe('alice');
    expect(findWorker(engine, undefined)).toBeUndefined();
  });
});
