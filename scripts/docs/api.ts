import { openApi } from '../../src/http/openapi.ts';
import type { Route } from '../../src/http/route.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly description?: string;
}
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters: readonly {
    name: string;
    in: string;
    required: boolean;
    description?: string;
    schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Body };
  readonly responses: Readonly<Record<'200', { readonly content: Body }>>;
}
type Body = Readonly<Record<string, { readonly schema: Schema }>>;

const HEAD = `# The HTTP API

Made of the routes themselves by \`npm run docs\`; a test fails where it differs. A running server describes itself at \`/openapi.json\`
(OpenAPI 3.1) and shows the same to people at \`/reference\`; it has \`/healthz\`, \`/readyz\` and \`/metrics\` (Prometheus).

- \`at\` is a day on the ground, \`knownAt\` the instant (or the end of the day) as of which the record is asked for. Without them: all that
  is known, today (in the demo: the last known day). What bears no date is told at every \`at\`.
- Lists can be had page by page: \`limit\` rows at most, then follow \`Link: <…>; rel="next"\`. Rows with a place come as GeoJSON with
  \`format=geojson\` or \`Accept: application/geo+json\`.
- Every GET bears an \`ETag\` and answers \`If-None-Match\` with 304.
- Every error is an RFC 9457 problem: \`{"type", "title", "status", "detail"}\`, where \`detail\` is one sentence that quotes the bad value.
- A program sends an API key (\`dateline keys add\`, or \`/account\`): \`Authorization: Bearer dateline_…\`, or \`X-Api-Key\`, or as the
  password of Basic authentication. A browser has a cookie once its person has signed in. The command line of the same machine gets in by
  a token in the ledger's lock file.
- \`dateline demo\`, and \`dateline serve\` on loopback until somebody has come in by the administrator's link, are open to this machine,
  which is an analyst. Everywhere else nobody gets in unknown (401). A viewer reads, an analyst also decides and adds, an administrator
  also manages; below that it is 403. Private persons who spoke are masked unless an administrator has lifted that for the account.
- A person or key may ask for 500 plain reads a second; what costs more counts more. Beyond it: 429, with \`Retry-After\`.
- A request under another site's name (\`Host\`) is refused with 421, a write from another site's page (\`Origin\`) with 403.

A webhook is posted \`{"id", "type", "seq", "at", "data"}\`, where \`data\` is a [ChangeBody](#changebody), with the headers \`webhook-id\`,
\`webhook-timestamp\` and \`webhook-signature\` of the Standard Webhooks specification: \`v1,\` and the base64 of HMAC-SHA256 over
\`id.timestamp.body\`, its key the part of the secret after \`whsec_\`, decoded from base64. Any 2xx is taken as received; 410 ends it.
`;

/** The reference of the HTTP API, in Markdown. */
export function apiReference(routes: readonly Route[]): string {
  const description = openApi(routes, '') as {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, Schema> };
  };
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationSection(method, path, operation)),
  );
  const shapes = Object.entries(description.components.schemas).map(([name, schema]) =>
    shapeSection(name, schema),
  );
  return `${HEAD}\n## Routes\n\n${operations.join('\n')}\n## Shapes\n\n${shapes.join('\n')}`;
}

function operationSection(method: string, path: string, operation: Operation): string {
  const rows = operation.parameters.map(
    ({ name, in: where, required, description, schema }) =>
      `| \`${name}\` | ${where}${required ? ', needed' : ''} | ${[typeOf(schema), description].filter(Boolean).join('. ')} |`,
  );
  const lines = [
    `### ${method.toUpperCase()} ${path}\n`,
    `${[operation.summary, operation.description].filter(Boolean).join(' ')}\n`,
    rows.length ? `| parameter | where | |\n| --- | --- | --- |\n${rows.join('\n')}\n` : '',
    operation.requestBody ? `Takes ${typeOf(bodyOf(operation.requestBody.content))}.\n` : '',
    `Answers ${answerOf(operation.responses['200'].content)}.\n`,
  ];
  return lines.filter(line => line !== '').join('\n');
}

/** An answer in a few words; where it is not JSON, its media type. */
function answerOf(body: Body): string {
  const json = body['application/json'];
  return json == null
    ? Object.keys(body)
        .map(type => `\`${type}\``)
        .join(' or ')
    : typeOf(json.schema);
}

const bodyOf = (body: Body): Schema => body['application/json']!.schema;

function shapeSection(name: string, schema: Schema): string {
  const description = schema.description ? `${schema.description}\n\n` : '';
  const variants = schema.oneOf ?? schema.anyOf;
  const text = variants ? variants.map(variant => `- ${typeOf(variant)}`).join('\n') : fields(schema);
  return `### ${name}\n\n${description}${text}\n`;
}

const fields = (schema: Schema): string =>
  Object.entries(schema.properties ?? {})
    .map(([name, field]) => {
      const optional = schema.required?.includes(name) ? '' : '?';
      return `- \`${name}${optional}\`: ${typeOf(field)}${field.description ? `. ${field.description}` : ''}`;
    })
    .join('\n');

/** A schema in a few words. */
function typeOf(schema: Schema): string {
  if (schema.$ref) return `[${nameOf(schema.$ref)}](#${nameOf(schema.$ref).toLowerCase()})`;
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.enum) return schema.enum.map(value => `\`${value}\``).join(' or ');
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return variants.map(typeOf).join(' or ');
  if (schema.type === 'array') return schema.items ? `list of ${typeOf(schema.items)}` : 'list';
  if (schema.type === 'object' && schema.properties)
    return `{ ${Object.entries(schema.properties)
      .map(([name, field]) => `${name}${schema.required?.includes(name) ? '' : '?'}: ${typeOf(field)}`)
      .join(', ')} }`;
  return schema.format ?? [schema.type ?? 'any'].flat().join(' or ');
}

const nameOf = (reference: string): string => reference.replace(/^.*\//, '');
