export { makeAccounts } from './accounts.ts';
export { type Opened, openAccounts } from './opened.ts';
export { type CameIn, makeSessions, type Sessions } from './sessions.ts';
