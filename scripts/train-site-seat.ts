/**
 * Makes src/reading/places/data/site-seat.json: what counts for and against a site lying in a place that the text named before it
 * (src/reading/places/site-seat.ts). Learned as `train-focus.ts` learns, from the same reports and those of test/reports/wide whose
 * errors were read: every site in a labelled statement that has no place beside it is an example, the label's `in` the answer.
 *   npx tsx scripts/train-site-seat.ts [FOLDER]      default ../shared/eval
 */
import { makeReport } from '../src/model/index.ts';
import { listenToSeats, type Seating, seatFeatures } from '../src/reading/places/site-seat.ts';
import { createReader } from '../src/reading/read.ts';
import { type Example, featuresOf, type Labelled, labelled, learn, norm } from './ranker.ts';

const READ = ['wide/first.json', 'wide/second.json', 'wide/third.json', 'wide/fourth.json'];

/** Where the labels say that the site lies. */
function answers(report: Labelled, { document, site }: Seating): Set<string> {
  const { start, end, lower } = document.tokens[site]!;
  const rows = (report.control ?? []).filter(
    r =>
      r.span &&
      start >= r.span[0] - 1 &&
      end <= r.span[1] + 1 &&
      [r.place, ...(r.aliases ?? [])].some(name => name.toLowerCase().split(/[ -]/).includes(lower)),
  );
  return new Set(rows.flatMap(r => (r.in ? [norm(r.in)] : [])));
}

function examples(): Example[] {
  const reader = createReader(),
    out: Example[] = [];
  for (const report of labelled(READ)) {
    const asked: Seating[] = [];
    listenToSeats(question => {
      if (question.document.text === report.text) asked.push(question);
    });
    const { id, title, outlet, published, text } = report;
    reader.read(makeReport({ text, id, title, outlet, published }));
    listenToSeats(null);
    for (const question of asked) {
      const right = answers(report, question);
      const candidates = question.candidates.map(c => {
        const { holds, often } = seatFeatures(question, c);
        return { features: featuresOf(holds, often), right: right.has(norm(c.mention.place.name)) };
      });
      if (candidates.some(c => c.right) && candidates.some(c => !c.right))
        out.push({ report: id, candidates });
    }
  }
  return out;
}

learn(examples(), '../src/reading/places/data/site-seat.json', { steps: 400, penalty: 0.01 });
