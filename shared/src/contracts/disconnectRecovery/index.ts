// One file per contract: a bundler leaves out whole files only, and a function carries its own contract.
export * from './values';
export * from './addWorkerToConferenceState';
export * from './removeWorkerFromConferenceState';
export * from './endConference';
export * from './updateEndConferenceOnExit';
export * from './moveConferenceParticipants';
export * from './recoveryStatus';
export * from './recoveries';
export * from './reconcile';
export * from './conferenceStatusHandler';
export * from './taskEventHandler';
export * from './reconnectCall';
export * from './contracts';
