import { decodeText } from './decode-text.ts';
import { isMail } from './formats/mail.ts';

export type Format =
  | 'empty'
  | 'binary'
  | 'pdf'
  | 'gzip'
  | 'warc'
  | 'page'
  | 'feed'
  | 'opml'
  | 'newsml'
  | 'mail'
  | 'json'
  | 'json-lines'
  | 'text';

const starts = (bytes: Uint8Array, ...prefix: number[]): boolean =>
  prefix.every((byte, i) => bytes[i] === byte);

/** Control characters that no text has. */
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g;

/** The first element, after declaration, document type, comments and processing instructions. */
const ROOT =
  /^(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<!doctype\s+(?!html)[^>[]*(?:\[[^\]]*\]\s*)?>\s*)*<(!doctype\s+html|[\w:.-]+)/i;
const ROOTS: Readonly<Record<string, Format>> = {
  rss: 'feed',
  feed: 'feed',
  'rdf:rdf': 'feed',
  opml: 'opml',
  newsitem: 'newsml',
  newsmessage: 'newsml',
  nitf: 'newsml',
  '!doctype html': 'page',
  html: 'page',
  head: 'page',
  body: 'page',
  article: 'page',
};

/** What some bytes are, told by what is in them: a name or a declared type can lie. */
export function sniffFormat(bytes: Uint8Array): Format {
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf';
  if (starts(bytes, 0x1f, 0x8b)) return 'gzip';
  if (starts(bytes, 0x57, 0x41, 0x52, 0x43, 0x2f)) return 'warc';
  const head = decodeText(bytes.subarray(0, 4096)).trimStart();
  if (head === '') return decodeText(bytes).trim() === '' ? 'empty' : 'text';
  const controls = head.match(CONTROL)?.length ?? 0;
  if (controls > head.length * 0.02) return 'binary';
  const root = ROOT.exec(head)?.[1]?.toLowerCase().replace(/\s+/g, ' ');
  if (root != null && root in ROOTS) return ROOTS[root]!;
  if (isMail(head)) return 'mail';
  return head.startsWith('{') || head.startsWith('[') ? jsonFormat(head, bytes) : 'text';
}

/** JSON lines have a whole object on the first of several lines. */
function jsonFormat(head: string, bytes: Uint8Array): Format {
  if (/^\{\s*"version"\s*:\s*"https:\/\/jsonfeed\.org/.test(head)) return 'feed';
  const text = decodeText(bytes).trim();
  const end = text.indexOf('\n');
  if (isJson(end < 0 ? text : text.slice(0, end))) return end < 0 ? 'json' : 'json-lines';
  return isJson(text) ? 'json' : head.startsWith('{"') ? 'json-lines' : 'text';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
