import { html } from 'hono/html';
import { type Html, layout } from './layout.ts';

/** The page of an address that there is nothing at. */
export const nothingPage = (path: string): Html =>
  layout(
    'Nothing is here',
    html`<p>There is nothing at <code>${path}</code>. It may have been moved, or the address has a slip of the pen.</p>
<p><a href="/">Back to the record</a></p>`,
  );
