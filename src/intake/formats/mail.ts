import type { ReportInput } from '../../model/index.ts';
import { withLetters1252 } from '../decode-text.ts';
import { IntakeError } from '../intake-error.ts';
import { readableDate } from '../page-facts.ts';
import { htmlText } from './html-text.ts';

/** Most parts of one mail: nesting without end is no letter. */
const DEPTH = 20;

/**
 * The report that a mail carries (RFC 5322, MIME): its plain text, else its HTML as text; the subject is the title, the sender the
 * outlet. Throws an IntakeError where it has no text.
 */
export async function readMail(bytes: Uint8Array): Promise<ReportInput> {
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: DEPTH, maxHeadersSize: 1_000_000 }).catch(
    (error: Error) => {
      throw new IntakeError(`the mail cannot be read: ${error.message}`);
    },
  );
  const plain = withLetters1252(mail.text ?? '')
    .replace(/\r\n/g, '\n')
    .trim();
  const text = plain || (mail.html ? await htmlText(withLetters1252(mail.html)) : '');
  if (text === '') throw new IntakeError('the mail has no text');
  const list = mail.headers.find(header => header.key === 'list-id')?.value;
  return {
    text,
    id: mail.messageId?.replace(/^<|>$/g, '') || null,
    title: withLetters1252(mail.subject ?? '').trim() || null,
    outlet:
      list?.replace(/<.*/, '').replace(/"/g, '').trim() || mail.from?.name || domainOf(mail.from?.address),
    published: readableDate(mail.date),
  };
}

const domainOf = (address: string | undefined): string | null => address?.split('@')[1] ?? null;

/** Whether the head of a file is that of a mail: header lines, among them who sent it, and when, to whom or about what. */
export function isMail(head: string): boolean {
  const [headers = ''] = head.split(/\r?\n\r?\n/);
  const lines = headers.split(/\r?\n/);
  if (!lines.slice(0, 1).every(line => /^(From |[\w-]+:)/.test(line))) return false;
  const names = new Set(
    lines.map(line => /^([A-Za-z][\w-]*):\s/.exec(line)?.[1]?.toLowerCase()).filter(name => name != null),
  );
  const others = ['date', 'to', 'subject', 'message-id', 'received', 'mime-version'];
  return names.has('from') && others.filter(name => names.has(name)).length >= 2;
}
