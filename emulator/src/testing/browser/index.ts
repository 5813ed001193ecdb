export { openContactCentre } from './openContactCentre';
export { bootTime } from './openPage';
export { findChromium } from './findChromium';
export type { ContactCentre, ContactCentreOptions } from './contactCentre';
export type { Caller, Chatter, Customer } from './customer';
export type { Allowance } from './expectClean';
export type { FlexTab } from './flexTab';
export type { SeenReservation, SeenState, SeenTask, SeenTransfer, SeenWorker } from './readState';
export type { TransferMode } from './verbs/call';
