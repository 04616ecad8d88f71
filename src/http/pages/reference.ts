import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { Env } from '../app.ts';
import { openApi } from '../openapi.ts';
import { ROUTES } from '../routes/index.ts';
import { type Html, layout, pageResponse } from './layout.ts';
import { type Schema, shapeOf } from './shape-words.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Schema;
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>;
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<'200', { readonly content: Content }>>;
}

/** The API for people: made of its own description, without a script and without anything from elsewhere. */
export function addReference(app: Hono<Env>, version: string): void {
  app.get('/reference', context => {
    context.set('route', '/reference');
    return pageResponse(referencePage(openApi(ROUTES, version) as never));
  });
}

interface Description {
  readonly info: { readonly description: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const referencePage = ({ info, paths, components }: Description): Html =>
  layout(
    'The HTTP API',
    html`<p>${info.description.replaceAll('`', '')}</p>
<p class="soft">Version ${info.version}. The same for programs: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1).
A program sends a key: <code>Authorization: Bearer dateline_…</code>; <a href="/account">your account</a> makes one.</p>
<h2>Addresses</h2>
${Object.entries(paths).map(([path, operations]) =>
  Object.entries(operations).map(([method, operation]) => operationPart(method, path, operation)),
)}
<h2>Shapes</h2>
${Object.entries(components.schemas).map(
  ([
    name,
    schema,
  ]) => html`<details id="${name}"><summary><code>${name}</code> ${schema.description ?? ''}</summary>
${shapePre(schema)}</details>`,
)}`,
    'wide',
  );

const shapePre = (schema: Schema): Html =>
  html`<pre>${shapeOf(schema).map(part => (part.ref ? html`<a href="#${part.ref}">${part.text}</a>` : part.text))}</pre>`;

const operationPart = (method: string, path: string, operation: Operation): Html => html`
<details id="${operation.operationId}"><summary><span class="method">${method}</span> <code>${path}</code> ${operation.summary}</summary>
${operation.description ? html`<p class="soft">${operation.description}</p>` : ''}
${parameterTable(operation.parameters)}
${bodyPart('Takes', operation.requestBody?.content)}
${bodyPart('Answers', operation.responses['200'].content)}
${method === 'get' && operation.parameters.every(parameter => parameter.in === 'query') ? tryForm(path, operation) : ''}
</details>`;

const parameterTable = (parameters: readonly Parameter[]): Html =>
  parameters.length === 0
    ? html``
    : html`<div class="scroll"><table><thead><tr><th>Parameter</th><th>In</th><th>Shape</th><th></th></tr></thead><tbody>
${parameters.map(
  parameter => html`<tr><td><code>${parameter.name}</code>${parameter.required ? ' (needed)' : ''}</td><td>${parameter.in}</td>
<td><code>${shapeOf(parameter.schema)
    .map(part => part.text)
    .join(
      '',
    )}</code></td><td class="soft">${parameter.description ?? parameter.schema.description ?? ''}</td></tr>`,
)}</tbody></table></div>`;

const bodyPart = (word: string, content: Content | undefined): Html =>
  content == null
    ? html``
    : html`${Object.entries(content).map(
        ([type, { schema }]) => html`<p>${word} <code>${type}</code></p>${shapePre(schema)}`,
      )}`;

/** A form that asks the address itself and opens the answer. */
const tryForm = (path: string, operation: Operation): Html => html`
<form method="get" action="${path}" target="_blank" rel="noopener"><div class="row">
${operation.parameters.map(
  ({
    name,
    required,
  }) => html`<div class="field"><label for="${operation.operationId}-${name}">${name}</label>
<input id="${operation.operationId}-${name}" name="${name}" ${required ? 'required' : ''}></div>`,
)}<button>Ask</button></div></form>`;
