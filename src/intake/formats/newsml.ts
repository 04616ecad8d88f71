import type { ReportInput } from '../../model/index.ts';
import { IntakeError } from '../intake-error.ts';
import { checkMarkup } from '../page/check-markup.ts';
import { readableDate } from '../page-facts.ts';
import { type DomNode, pageText } from '../page-text.ts';
import { htmlText, looksLikeHtml } from './html-text.ts';

interface Node extends DomNode {
  readonly children: Iterable<Node>;
  getAttribute(name: string): string | null;
}

/**
 * The reports of a NewsML-G2 document (IPTC): a news item, or a message with several; text from inline XHTML, NITF or plain data.
 * A NITF document alone is taken too. Throws an IntakeError where there is none with text.
 */
export async function readNewsml(xml: string): Promise<ReportInput[]> {
  checkMarkup(xml);
  const { DOMParser } = await import('linkedom');
  const document = new DOMParser().parseFromString(xml, 'text/xml') as unknown as Node;
  const items = find(document, 'newsitem');
  const reports: ReportInput[] = [];
  for (const item of items.length > 0 ? items : find(document, 'nitf'))
    reports.push(...(await readItem(item)));
  if (reports.length === 0) throw new IntakeError('the NewsML document has no news item with text');
  return reports;
}

async function readItem(item: Node): Promise<ReportInput[]> {
  const told = first(item, 'pubstatus');
  const status = (told?.getAttribute('qcode') || value(told))?.replace(/^\w+:/, '');
  const body = await bodyOf(item);
  if (body === '' || (status != null && status !== 'usable')) return [];
  const created =
    readableDate(value(first(item, 'firstcreated'))) ??
    normDate(first(item, 'date.issue')?.getAttribute('norm'));
  const version = readableDate(value(first(item, 'versioncreated')));
  const guid = item.getAttribute('guid') || first(item, 'doc-id')?.getAttribute('id-string') || null;
  return [
    {
      text: body,
      id: guid,
      title: value(first(item, 'headline')) ?? value(first(item, 'hl1')) ?? value(first(item, 'title')),
      outlet: providerOf(item),
      published: created ?? version,
      updated: created == null || version === created ? null : version,
      url: guid,
      language: languageOf(item),
      authors: authorsOf(item),
    },
  ];
}

/** Deepest first: NITF's `body.content`, XHTML's `body`, then inline data. */
async function bodyOf(item: Node): Promise<string> {
  const inline = first(item, 'inlinexml') ?? item;
  const body = first(inline, 'body.content') ?? first(inline, 'body');
  if (body != null) return pageText(body);
  const data = value(first(item, 'inlinedata'));
  if (data == null) return inline === item ? '' : pageText(inline);
  return looksLikeHtml(data) ? htmlText(data) : data;
}

function providerOf(item: Node): string | null {
  const provider = first(item, 'provider') ?? first(item, 'infosource');
  const named =
    provider == null ? null : (value(first(provider, 'name')) ?? provider.getAttribute('literal'));
  return (
    named ||
    value(first(item, 'distributor')) ||
    provider?.getAttribute('qcode')?.replace(/^\w+:/, '') ||
    null
  );
}

function authorsOf(item: Node): string[] {
  const creators = find(item, 'creator').map(creator => value(first(creator, 'name')));
  const byline = value(first(item, 'by')) ?? value(first(item, 'byline'));
  const told = creators.filter(name => name != null);
  return told.length > 0 ? told : byline == null ? [] : [byline.replace(/^by\s+/i, '')];
}

const languageOf = (item: Node): string | null =>
  (first(item, 'language')?.getAttribute('tag') || item.getAttribute('xml:lang') || '')
    .slice(0, 2)
    .toLowerCase() || null;

/** NITF's dates: 20240302T101500Z. */
const normDate = (norm: string | null | undefined): string | null =>
  readableDate(
    (norm ?? '')
      .replace(/^(\d{4})(\d{2})(\d{2})/, '$1-$2-$3')
      .replace(/T(\d{2})(\d{2})(\d{2})?/, (_, h, m, s = '00') => `T${h}:${m}:${s}`),
  );

const value = (node: Node | null): string | null => node?.textContent?.replace(/\s+/g, ' ').trim() || null;
const first = (node: Node, name: string): Node | null => find(node, name, 1)[0] ?? null;

/**
 * The outermost elements of a local name, whatever the prefix, in document order: what is cut may hold itself many times over. No
 * recursion: a document may be nested deeply.
 */
function find(root: Node, name: string, most = Number.POSITIVE_INFINITY): Node[] {
  const found: Node[] = [];
  const stack: Node[] = [...root.children].reverse();
  while (stack.length > 0 && found.length < most) {
    const node = stack.pop()!;
    if (node.nodeName.toLowerCase().replace(/^.*:/, '') === name) found.push(node);
    else for (const child of [...node.children].reverse()) stack.push(child);
  }
  return found;
}
