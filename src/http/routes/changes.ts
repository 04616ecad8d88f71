import { z } from 'zod';
import type { ChangeFilter } from '../../model/index.ts';
import { atomOf } from '../changes/atom.ts';
import { answerText } from '../json.ts';
import { ProblemError } from '../problem.ts';
import { route } from '../route.ts';
import * as shapes from '../schemas/changes.ts';
import { at, knownAt, moments } from '../schemas/query.ts';

const seq = z
  .string()
  .regex(/^\d{1,15}$/, { error: issue => `"${issue.input}" is no number of a change` })
  .transform(Number)
  .optional();
const id = z.object({ id: z.string().min(1) });

interface Asked {
  readonly place?: string[] | undefined;
  readonly actor?: string[] | undefined;
  readonly country?: string[] | undefined;
  readonly kind?: ChangeFilter['kinds'];
}
const filterOf = ({ place, actor, country, kind }: Asked): ChangeFilter => ({
  places: place,
  sides: actor,
  countries: country,
  kinds: kind,
});

/** How the record changes: as a log, a stream, a feed, and told to other servers. */
export const changeRoutes = [
  route({
    method: 'get',
    path: '/api/change-log',
    id: 'change-log',
    summary: 'Changes of the record as they were written: the newest, or those after a number, oldest first.',
    query: z.object({
      ...shapes.changeFilter,
      ...moments,
      after: seq.describe('Those after this one, oldest first.'),
      limit: z.coerce
        .number({ error: issue => `"${issue.input}" is no number` })
        .int()
        .min(1)
        .max(1000, { error: issue => `"${issue.input}" is more than 1000` })
        .optional(),
    }),
    answer: z.array(shapes.ChangeEntry),
    use: ({ ledger }, { by, query: { after, at, knownAt, limit, ...asked } }) =>
      ledger.changeLog(by, { ...filterOf(asked), after, at, knownAt, limit }),
  }),
  route({
    method: 'get',
    path: '/api/stream',
    id: 'stream',
    summary:
      'Changes as server-sent events, as they are written. Last-Event-ID, or `after`, takes up where a stream broke off.',
    query: z.object({ ...shapes.changeFilter, after: seq }),
    answer: z.string(),
    media: 'text/event-stream',
    async use({ streams }, { by, query: { after, ...asked }, request, mayStill }) {
      const given = request.headers.get('last-event-id');
      if (given != null && !/^\d{1,15}$/.test(given))
        throw new ProblemError(400, `Last-Event-ID "${given}" is no number of a change`);
      const from = given == null ? (after ?? null) : Number(given);
      const filter = filterOf(asked);
      return streams.open({ by, filter, after: from, signal: request.signal, mayStill });
    },
  }),
  route({
    method: 'get',
    path: '/feeds/changes.atom',
    id: 'feed',
    summary:
      'Changes as an Atom feed: of a place, an actor, a country, or all. A feed reader signs in by Basic, with an API key as the password.',
    query: z.object({ ...shapes.changeFilter, at, knownAt }),
    answer: z.string(),
    media: 'application/atom+xml',
    async use({ ledger }, { by, query: { at, knownAt, ...asked }, origin, request }) {
      const filter = filterOf(asked);
      const kinds = filter.kinds ?? (['control', 'discrepancy'] as const);
      const entries = await ledger.changeLog(by, { ...filter, kinds, at, knownAt, limit: 100 });
      const { place = [], actor = [], country = [] } = asked;
      const about = [...place.map(p => nameIn(entries, p)), ...actor, ...country].join(', ');
      const { pathname, search } = new URL(request.url);
      const feed = {
        title: about === '' ? 'Dateline' : `Dateline: ${about}`,
        self: origin + pathname + search,
        origin,
      };
      return answerText(atomOf(entries, feed), request, true, {
        type: 'application/atom+xml; charset=utf-8',
      });
    },
  }),
  route({
    method: 'get',
    path: '/api/webhooks',
    id: 'webhooks',
    summary: 'Servers that are told of changes, and how that goes.',
    answer: z.array(shapes.Webhook),
    role: 'administrator',
    use: ({ ledger }, { by }) => ledger.webhooks.list(by),
  }),
  route({
    method: 'post',
    path: '/api/webhooks',
    id: 'add-webhook',
    summary:
      'Has a server told of changes: each is posted as JSON, signed as Standard Webhooks has it (webhook-id, webhook-timestamp, webhook-signature), and tried eight times over twelve hours.',
    body: shapes.WebhookInput,
    answer: shapes.NewWebhook,
    role: 'administrator',
    use: ({ ledger }, { by, body }) => ledger.webhooks.add(by, body),
  }),
  route({
    method: 'delete',
    path: '/api/webhooks/{id}',
    id: 'remove-webhook',
    summary: 'Tells a server no more.',
    params: id,
    answer: shapes.Webhook,
    role: 'administrator',
    use: ({ ledger }, { by, params }) => ledger.webhooks.remove(by, params.id),
  }),
  route({
    method: 'post',
    path: '/api/webhooks/{id}/retry',
    id: 'retry-webhook',
    summary: 'Tries again what was given up, and enables the webhook.',
    params: id,
    body: z.object({}),
    answer: shapes.Webhook,
    role: 'administrator',
    use: ({ ledger }, { by, params }) => ledger.webhooks.retry(by, params.id),
  }),
];

/** A place as its own changes call it. */
function nameIn(entries: readonly { readonly body: { readonly kind: string } }[], asked: string): string {
  for (const { body } of entries) {
    const { place } = body as { place?: { id: string; name: string } };
    if (place?.id === asked) return place.name;
  }
  return asked;
}
