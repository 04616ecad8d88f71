import type { ReportInput } from '../../model/index.ts';
import { IntakeError } from '../intake-error.ts';
import { readableDate } from '../page-facts.ts';
import { quoteLine } from '../read-record.ts';
import { htmlText, looksLikeHtml } from './html-text.ts';

type Item = Readonly<Record<string, unknown>>;

/**
 * Whether a JSON value is a news item of IPTC's ninjs (1.x: `body_text`, `headline`; 2 and 3: `bodies`, `headlines`), which must have
 * a `uri`.
 */
export function isNinjs(value: unknown): value is Item {
  if (value == null || typeof value !== 'object' || 'text' in value) return false;
  return (
    'uri' in value &&
    Object.keys(value).some(key => /^(body_|headline|bod(y|ies)$|versioncreated$|pubstatus$)/.test(key))
  );
}

/** A report from a ninjs item. Throws an IntakeError where it has no text, or the agency took it back. */
export async function readNinjs(item: Item): Promise<ReportInput> {
  const status = text(item.pubstatus);
  if (status != null && status !== 'usable')
    throw new IntakeError(`the agency has marked it "${quoteLine(status)}", not usable`);
  const body = await bodyOf(item);
  if (body == null) throw new IntakeError('the ninjs item has no text');
  const first = readableDate(text(item.firstcreated) ?? text(item.contentcreated));
  const version = readableDate(text(item.versioncreated));
  return {
    text: body,
    id: text(item.uri),
    title: text(item.headline) ?? best(item.headlines) ?? text(item.title),
    outlet: nameOf(item.provider) ?? nameOf(item.infosources) ?? text(item.source) ?? nameOf(item.publisher),
    published: first ?? version,
    updated: first == null || version === first ? null : version,
    url: /^https?:/.test(text(item.uri) ?? '') ? text(item.uri) : (linkOf(item) ?? text(item.uri)),
    language: text(item.language)?.slice(0, 2).toLowerCase() ?? null,
    authors: names(item.byline ?? item.by),
  };
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
const listOf = (value: unknown): Item[] =>
  [value].flat().filter((each): each is Item => each != null && typeof each === 'object');

async function bodyOf(item: Item): Promise<string | null> {
  const plain = text(item.body_text) ?? text(item.body);
  if (plain != null) return plain;
  const marked = Object.entries(item).find(
    ([key, value]) => /^body_(xhtml|html|.+)$/.test(key) && text(value) != null,
  );
  const found = text(marked?.[1]) ?? best(item.bodies);
  if (found == null) return null;
  return text(looksLikeHtml(found) ? await htmlText(found) : found);
}

/** Of several headlines or bodies (ninjs 2): the main one, else the first that has words. */
function best(value: unknown): string | null {
  const items = listOf(value).filter(each => text(each.value) != null);
  return text((items.find(each => /main/i.test(String(each.role))) ?? items[0])?.value);
}

function nameOf(value: unknown): string | null {
  return (
    text(value) ??
    listOf(value)
      .map(each => text(each.name))
      .find(name => name != null) ??
    null
  );
}

const linkOf = (item: Item): string | null =>
  listOf(item.altids ?? item.associations)
    .map(each => text(each.href) ?? text(each.value))
    .find(href => href?.startsWith('http')) ?? null;

/** "By Ada Brook and Ben Stone" as names. */
const names = (byline: unknown): string[] =>
  (text(byline) ?? '')
    .replace(/^by\s+/i, '')
    .split(/,|;|\band\b/)
    .map(name => name.trim())
    .filter(name => name !== '');
