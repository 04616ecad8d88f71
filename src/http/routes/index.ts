import type { Route } from '../route.ts';
import { accountRoutes } from './accounts.ts';
import { changeRoutes } from './changes.ts';
import { decisionRoutes } from './decisions.ts';
import { evidenceRoutes } from './evidence.ts';
import { fileRoutes } from './files.ts';
import { incomingRoutes } from './incoming.ts';
import { mapRoutes } from './map.ts';
import { notebookRoutes } from './notebook.ts';
import { previewRoutes } from './preview.ts';
import { readingRoutes } from './reading.ts';
import { recordRoutes } from './record.ts';

/** Every route of the API, in the order of its description. */
export const ROUTES: readonly Route[] = [
  ...recordRoutes,
  ...evidenceRoutes,
  ...mapRoutes,
  ...fileRoutes,
  ...readingRoutes,
  ...previewRoutes,
  ...incomingRoutes,
  ...decisionRoutes,
  ...notebookRoutes,
  ...changeRoutes,
  ...accountRoutes,
];
