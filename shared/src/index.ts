export * from './contracts';
export * from './endpoint';
export * from './errors';
export * from './host';
export * from './auth';
export * from './idempotency';
export * from './store';
export * from './twilio';
