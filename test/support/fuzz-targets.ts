import { preview } from '../../src/dateline/intake/preview.ts';
import { parseRobots } from '../../src/fetching/polite/robots.ts';
import { importBoundaries, importGeoNames } from '../../src/gazetteer/index.ts';
import {
  archivedPages,
  decodeText,
  IntakeError,
  linesOf,
  parseColumnMap,
  readBytes,
  readCsv,
  readFeed,
  readJsonLine,
  readOpml,
  readRow,
  streamCsv,
  unpackStream,
} from '../../src/intake/index.ts';
import { SAMPLES } from './fuzz-samples.ts';

/** A parser, something that it reads, and how often it is asked for each round: slow ones less. */
export interface Target {
  readonly name: string;
  readonly sample: Uint8Array;
  readonly share: number;
  readonly parse: (bytes: Uint8Array) => Promise<unknown>;
  /** What it says besides an IntakeError, where it refuses. */
  readonly refuses?: readonly RegExp[];
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 700) yield bytes.subarray(at, at + 700);
}

async function drain(items: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of items);
}

const ADDRESS = 'https://ridge.example/a';
const MAP = { title: 'Headline', text: 'Body', published: 'Day', authors: 'Byline', url: 'Link' };

const asBytes = (bytes: Uint8Array): Promise<unknown> => readBytes(bytes, { address: ADDRESS });
const asFeed = (bytes: Uint8Array): Promise<unknown> => readFeed(decodeText(bytes), ADDRESS);
/** As a file that somebody hands over: what is refused is told, never thrown. */
const asFile = async (bytes: Uint8Array): Promise<void> => {
  const { refused } = await preview({ name: 'story', bytes });
  const bad = refused.find(one => /\n/.test(one.why));
  if (bad != null) throw new Error(`refused in several lines: ${bad.why}`);
};

async function asMappedRows(bytes: Uint8Array): Promise<void> {
  for await (const { cells } of streamCsv(pieces(bytes))) readRow(cells, MAP);
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeText(bytes));
  } catch {
    throw new IntakeError('the file is no JSON');
  }
}

const target = (
  name: string,
  sample: keyof typeof SAMPLES,
  share: number,
  parse: Target['parse'],
  refuses: readonly RegExp[] = [],
): Target => ({ name, sample: SAMPLES[sample], share, parse, refuses });

/** Every parser of what comes from outside. */
export const TARGETS: readonly Target[] = [
  target('page', 'page', 2, asBytes),
  target('page with JSON-LD', 'linked', 2, asBytes),
  target('page with microdata', 'microdata', 2, asBytes),
  target('NewsML with NITF', 'newsml', 4, asBytes),
  target('NewsML with XHTML', 'newsmlXhtml', 3, asBytes),
  target('NITF', 'nitf', 4, asBytes),
  target('ninjs 1', 'ninjs', 6, asBytes),
  target('ninjs 3', 'ninjs3', 6, asBytes),
  target('mail', 'mail', 6, asBytes),
  target('PDF', 'pdf', 1, asBytes),
  target('RSS', 'rss', 4, asFeed),
  target('RDF', 'rdf', 4, asFeed),
  target('Atom', 'atom', 5, asFeed),
  target('JSON Feed', 'jsonFeed', 6, asFeed),
  target('OPML', 'opml', 6, async bytes => readOpml(decodeText(bytes))),
  target('JSON line', 'record', 10, bytes => readJsonLine(decodeText(bytes))),
  target('JSON line, mapped', 'named', 8, bytes => readJsonLine(decodeText(bytes), MAP)),
  target('lines', 'records', 8, bytes => drain(linesOf(pieces(bytes)))),
  target('CSV', 'csv', 8, bytes => drain(streamCsv(pieces(bytes)))),
  target('CSV rows, mapped', 'table', 8, asMappedRows),
  target('baseline', 'csv', 6, async bytes => readCsv(decodeText(bytes))),
  target('column map', 'columnMap', 6, async bytes => parseColumnMap(decodeText(bytes))),
  target('WARC, packed', 'warc', 7, bytes => drain(archivedPages(unpackStream(pieces(bytes))))),
  target('WARC', 'plainWarc', 8, bytes => drain(archivedPages(unpackStream(pieces(bytes))))),
  target('robots.txt', 'robots', 8, async bytes => parseRobots(decodeText(bytes), 'Dateline').allows('/a/b')),
  target('GeoNames file', 'geonames', 6, async bytes => importGeoNames(decodeText(bytes), () => null)),
  target(
    'boundaries',
    'boundaries',
    6,
    async bytes => importBoundaries(jsonOf(bytes), [{ id: 'iso:AF-KAB', name: 'Arvo' }]),
    [/^this is no boundary file: /],
  ),
  ...(['page', 'newsml', 'mail', 'pdf', 'rss', 'opml', 'records', 'csv', 'warc', 'ninjs3'] as const).map(
    sample => target(`file: ${sample}`, sample, 1, asFile),
  ),
];
