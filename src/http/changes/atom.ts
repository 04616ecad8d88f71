import { createHash } from 'node:crypto';
import type { ChangeBody, ChangeEntry } from '../../model/index.ts';

export interface Feed {
  readonly title: string;
  /** The feed's own address. */
  readonly self: string;
  /** Of the server, for links into the application. */
  readonly origin: string;
}

const escapeXml = (text: string): string =>
  text
    // XML has no way to write these.
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, char => `&#${char.codePointAt(0)};`);

/** An id that stays what it is wherever the server moves: a UUID made of the change itself. */
function urnOf(entry: ChangeEntry): string {
  const hex = createHash('sha256').update(JSON.stringify(entry)).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What a person reads of a change, and where it leads. */
function tell(body: ChangeBody, origin: string): { title: string; link: string; point: string | null } {
  const view = (query: Record<string, string>): string => `${origin}/?${new URLSearchParams(query)}`;
  switch (body.kind) {
    case 'control': {
      const { id, lat, lon } = body.place;
      const link = view({ view: 'place', place: id, ...(body.on == null ? {} : { at: body.on }) });
      return { title: body.sentence, link, point: lat == null || lon == null ? null : `${lat} ${lon}` };
    }
    case 'discrepancy': {
      const places = body.places.map(place => place.name).join(', ');
      const what = body.what.replace('-', ' ');
      const title = body.settled ? `Settled: ${what}, ${places}` : `Does not add up: ${what}, ${places}`;
      return { title, link: view({ view: 'discrepancies' }), point: null };
    }
    case 'report':
      return {
        title: `Filed: a report${body.outlet == null ? '' : ` by ${body.outlet}`}, ${body.claims} claims`,
        link: view({ view: 'report', report: body.report }),
        point: null,
      };
    case 'decision':
      return {
        title: `Decided: ${body.ruling.replace('-', ' ')}`,
        link: view({ view: 'today' }),
        point: null,
      };
  }
}

/** Changes as an Atom feed (RFC 4287), newest first, with the place of each as a GeoRSS point. */
export function atomOf(entries: readonly ChangeEntry[], { title, self, origin }: Feed): string {
  const items = entries.map(entry => {
    const { title, link, point } = tell(entry.body, origin);
    return `<entry>
<id>${urnOf(entry)}</id>
<title>${escapeXml(title)}</title>
<updated>${entry.at}</updated>
<link rel="alternate" type="text/html" href="${escapeXml(link)}"/>
<category term="${entry.body.kind}"/>${point == null ? '' : `\n<georss:point>${point}</georss:point>`}
</entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss">
<id>${escapeXml(self)}</id>
<title>${escapeXml(title)}</title>
<updated>${entries[0]?.at ?? '1970-01-01T00:00:00.000Z'}</updated>
<author><name>Dateline</name></author>
<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(`${origin}/`)}"/>
${items.join('\n')}
</feed>
`;
}
