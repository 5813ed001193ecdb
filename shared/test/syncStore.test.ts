import { remoteStoreConformance } from '../src/testing';
import { startSync } from './storeOnSync';

remoteStoreConformance('syncStore', startSync);
