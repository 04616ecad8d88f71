import type { ReportInput } from '../model/index.ts';
import { decodeText } from './decode-text.ts';
import { readMail } from './formats/mail.ts';
import { readNewsml } from './formats/newsml.ts';
import { readPdf } from './formats/pdf.ts';
import { IntakeError } from './intake-error.ts';
import { readJson } from './read-json.ts';
import { readPage } from './read-page.ts';
import { sniffFormat } from './sniff-format.ts';

/** Longest text that one report may have, in UTF-16 units: some 160,000 words. */
export const TEXT_LIMIT = 1_000_000;
/** Most bytes that are looked at for one report: a page may carry far more markup than text. */
export const BYTE_LIMIT = 20_000_000;

export interface BytesOrigin {
  /** Where a page came from. */
  readonly address?: string | null | undefined;
  /** The charset that the server or a mail header told. */
  readonly charset?: string | null | undefined;
}

/**
 * The reports in some bytes: a plain text whole, the article of a page, a PDF's text, a mail, a JSON record (ours or ninjs) or an
 * array of them, the items of a NewsML document. Throws an IntakeError saying what else it is: empty, binary, an archive, too long.
 */
export async function readBytes(bytes: Uint8Array, origin: BytesOrigin = {}): Promise<ReportInput[]> {
  if (bytes.length > BYTE_LIMIT)
    throw new IntakeError(
      `it has ${megabytes(bytes.length)}: one report may have ${megabytes(BYTE_LIMIT)} at most`,
    );
  const reports = await byFormat(bytes, origin);
  for (const report of reports) checkText(report.text);
  return reports;
}

async function byFormat(bytes: Uint8Array, origin: BytesOrigin): Promise<ReportInput[]> {
  switch (sniffFormat(bytes)) {
    case 'empty':
      throw new IntakeError('it is empty');
    case 'binary':
      throw new IntakeError('it is binary, not text');
    case 'pdf':
      return [await readPdf(bytes)];
    case 'mail':
      return [await readMail(bytes)];
    case 'newsml':
      return readNewsml(decodeText(bytes, declaredXml(bytes)));
    case 'gzip':
    case 'warc':
      throw new IntakeError('it is an archive, not one report: "dateline add" takes archives');
    case 'feed':
    case 'opml':
      throw new IntakeError('it is a feed, not one report: "dateline add" takes feeds');
    case 'json-lines':
      throw new IntakeError('it has many reports, one a line: read it with --jsonl');
    case 'page':
      return [
        await readPage(decodeText(bytes, origin.charset ?? declaredCharset(bytes)), origin.address ?? null),
      ];
    case 'json':
      return await readAll([JSON.parse(decodeText(bytes)) as unknown].flat());
    default:
      return [{ text: decodeText(bytes, origin.charset), url: origin.address ?? null }];
  }
}

async function readAll(values: readonly unknown[]): Promise<ReportInput[]> {
  const reports: ReportInput[] = [];
  for (const value of values) reports.push(await readJson(value));
  return reports;
}

/** Throws an IntakeError for a text that no reader should be handed. */
export function checkText(text: string): void {
  if (text.trim() === '') throw new IntakeError('its text is empty');
  if (text.length > TEXT_LIMIT)
    throw new IntakeError(
      `its text has ${text.length.toLocaleString('en-GB')} characters: one report may have ${TEXT_LIMIT.toLocaleString('en-GB')} at most`,
    );
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;

/** The charset that a page declares in its first bytes. */
const declaredCharset = (bytes: Uint8Array): string | null =>
  /<meta[^>]+charset=["']?([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 2048)).toString('latin1'))?.[1] ??
  null;

/** The charset that an XML document declares. */
const declaredXml = (bytes: Uint8Array): string | null =>
  /^<\?xml[^>]+encoding=["']([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[1] ??
  null;
