export { type AppOptions, createApp } from './app.ts';
export { LOCAL_GUEST, OPEN_GUEST } from './gate.ts';
export { ROUTES } from './routes/index.ts';
export { type ServeOptions, type Serving, serve } from './serve.ts';
