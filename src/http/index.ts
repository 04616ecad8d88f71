export { type AppOptions, createApp } from './app.ts';
export { LOCAL_GUEST } from './gate.ts';
export { createLog, LOG_LEVELS, type LogLevel, type ServerLog, tellError } from './log.ts';
export { ROUTES } from './routes/index.ts';
export { isLoopback, type ServeOptions, type Serving, serve } from './serve.ts';
export { startTraces } from './traces.ts';
