import type { ClaimView } from '../../model/index.ts';
import type { ClaimInText, ExportRecords } from '../records.ts';
import { sayChain } from '../words.ts';

/** How many characters before and after the quote are given, so that it is found again in a text that has changed. */
const AROUND = 32;

/**
 * The evidence as W3C Web Annotations (JSON-LD, Web Annotation Data Model, 2017): one annotation a claim, whose target is the quote in
 * its report, by its words and by its position.
 */
export async function* writeAnnotations(records: ExportRecords): AsyncGenerator<string> {
  yield `{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:dateline:annotations","type":"AnnotationCollection",` +
    `"label":"Claims and the words they stand on","first":{"id":"urn:dateline:annotations:1","type":"AnnotationPage","startIndex":0,"items":[`;
  let total = 0;
  for await (const claims of records.claimsInText())
    for (const each of claims) yield `${total++ === 0 ? '\n' : ',\n'}${JSON.stringify(annotationOf(each))}`;
  yield `\n]},"total":${total}}\n`;
}

/** One claim as an annotation. A title has a source of its own, for its offsets count into it. */
export function annotationOf({ claim, url, text }: ClaimInText): object {
  const { start, end } = claim.quote;
  return {
    id: `urn:dateline:claim:${claim.id}`,
    type: 'Annotation',
    motivation: 'classifying',
    created: claim.known,
    generator: { id: 'urn:dateline', type: 'Software', name: 'Dateline' },
    body: [
      {
        type: 'TextualBody',
        purpose: 'classifying',
        format: 'text/plain',
        value: claim.event ?? claim.figure?.term ?? claim.kind,
      },
      {
        type: 'TextualBody',
        purpose: 'describing',
        format: 'text/plain',
        language: 'en',
        value: sayClaim(claim),
      },
      {
        type: 'TextualBody',
        purpose: 'describing',
        format: 'application/json',
        value: JSON.stringify(claim),
      },
      ...claim.places.flatMap(place =>
        place.id == null
          ? []
          : [
              {
                type: 'SpecificResource',
                purpose: 'identifying',
                source: `urn:dateline:place:${encodeURI(place.id)}`,
              },
            ],
      ),
    ],
    target: {
      type: 'SpecificResource',
      source:
        claim.in === 'title'
          ? `urn:dateline:report:${claim.report}#title`
          : (url ?? `urn:dateline:report:${claim.report}`),
      ...(url != null ? { scope: `urn:dateline:report:${claim.report}` } : {}),
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: claim.quote.text,
          prefix: text.slice(Math.max(0, start - AROUND), start),
          suffix: text.slice(end, end + AROUND),
        },
        { type: 'TextPositionSelector', start, end },
      ],
    },
  };
}

/** "capture: Farah — Taliban (denied), a council member → AFP". */
function sayClaim(claim: ClaimView): string {
  const what =
    claim.event ?? (claim.figure ? `${claim.figure.term} ${claim.figure.min ?? ''}`.trim() : claim.kind);
  const where = claim.places.map(p => p.name).join(', ');
  const who = [claim.actor?.name, claim.target && `against ${claim.target.name}`].filter(Boolean).join(' ');
  const how = [
    claim.polarity === 'denied' ? 'denied' : '',
    claim.modality === 'actual' ? '' : claim.modality,
  ].filter(Boolean);
  const said = sayChain(claim.attribution);
  return [
    [what, where].filter(Boolean).join(': '),
    who && ` — ${who}`,
    how.length > 0 && ` (${how.join(', ')})`,
    said && `, ${said}`,
  ]
    .filter(Boolean)
    .join('');
}
