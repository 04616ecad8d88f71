/**
 * Makes src/reading/frames/data/focus.json: what counts for and against a place being the one that a text speaks of without
 * naming it (src/reading/frames/focus-features.ts). Learned from labelled reports, those of ../shared/eval that `score.mjs --split`
 * does not set aside and those of test/reports: every question that reading puts to a focus inside a labelled statement is an
 * example, the label's place the answer. A softmax over the candidates, by gradient ascent with an L2 penalty: no chance in it.
 * What has been told of a place by then hangs on the weights before, so that a second run may change the second decimal.
 * Prints how often the right place is chosen for reports that were left out (ten parts), before and after.
 *   npx tsx scripts/train-focus.ts [FOLDER]      default ../shared/eval
 */
import { makeReport } from '../src/model/index.ts';
import { type Asked, listenToFocus } from '../src/reading/frames/focus.ts';
import { focusFeatures } from '../src/reading/frames/focus-features.ts';
import { createReader } from '../src/reading/read.ts';
import { type Example, featuresOf, type Labelled, labelled, learn, norm } from './ranker.ts';

/** A statement's word may stand so far from the one that the label gives. */
const BESIDE = 25;

/** The places that the labels give for the statement in which a word stands. */
function answers(report: Labelled, start: number, end: number): Set<string> {
  const rows = (report.control ?? []).filter(r => r.span && start >= r.span[0] - 1 && end <= r.span[1] + 1);
  const beside = rows.filter(r => {
    const at = r.trigger ? report.text.indexOf(r.trigger, r.span![0]) : -1;
    return at >= 0 && start < at + r.trigger!.length + BESIDE && end > at - BESIDE;
  });
  return new Set((beside.length ? beside : rows).flatMap(r => [r.place, ...(r.aliases ?? [])]).map(norm));
}

function exampleOf(report: Labelled, { document, token, candidates }: Asked): Example | null {
  const { start, end } = document.tokens[token]!,
    right = answers(report, start, end);
  const all = candidates.map(c => {
    const { holds, often } = focusFeatures(document, token, c);
    return { features: featuresOf(holds, often), right: right.has(norm(c.mention.place.name)) };
  });
  return all.some(c => c.right) && all.some(c => !c.right) ? { report: report.id, candidates: all } : null;
}

function examples(): Example[] {
  const reader = createReader(),
    out: Example[] = [];
  for (const report of labelled()) {
    const asked = new Map<string, Asked>();
    listenToFocus(question => {
      if (question.document.text === report.text)
        asked.set(`${question.token} ${question.candidates.length}`, question);
    });
    const { id, title, outlet, published, text } = report;
    reader.read(makeReport({ text, id, title, outlet, published }));
    listenToFocus(null);
    for (const question of asked.values()) {
      const example = exampleOf(report, question);
      if (example) out.push(example);
    }
  }
  return out;
}

learn(examples(), '../src/reading/frames/data/focus.json', { steps: 800, penalty: 0.002 });
