export { askAdmin } from './askAdmin';
export { createAdminClient, type AdminClient } from './browser/adminClient';
export { createCustomer, type Caller } from './browser/customer';
export { waitUntil } from './browser/waitUntil';
export { once } from './once';
export { openCentre, type Centre } from './openCentre';
export { sidOf } from './sidOf';
export { subscribe } from './subscribe';
export {
  connectSupervisor,
  connectWorker,
  disconnectWorker,
  eventBridgeOptions,
  openWorkspace,
} from './workerClient';
export { openDevice, type Device } from './voiceDevice';
