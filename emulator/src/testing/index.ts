export { createAdminClient, type AdminClient } from './browser/adminClient';
export { createCustomer, type Caller } from './browser/customer';
export { waitUntil } from './browser/waitUntil';
export { once } from './once';
export {
  connectSupervisor,
  connectWorker,
  disconnectWorker,
  eventBridgeOptions,
  openWorkspace,
} from './workerClient';
export { openDevice, type Device } from './voiceDevice';
