export { once } from './once';
export {
  connectSupervisor,
  connectWorker,
  disconnectWorker,
  eventBridgeOptions,
  openWorkspace,
} from './workerClient';
