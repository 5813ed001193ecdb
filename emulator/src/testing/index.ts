export { askAdmin } from './askAdmin';
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
