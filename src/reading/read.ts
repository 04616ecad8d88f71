import { loadActors } from '../actors/index.ts';
import { loadGazetteer } from '../gazetteer/index.ts';
import { loadLanguage } from '../language/index.ts';
import { dateOf, type Mention, makeClaims, type Reading, type Report, type Speech } from '../model/index.ts';
import { annotate, type Knowledge } from './annotate.ts';
import type { Annotated, ReportContext } from './annotations.ts';
import { settleHeadlines } from './claims/headline-times.ts';
import { settleClaims } from './claims/settle.ts';
import { leadEnd, settleOrigins } from './claims/settle-origins.ts';
import { collectClaims, type RejectedFrame } from './collect-claims.ts';
import { findDiscrepancies } from './discrepancies/index.ts';
import { withoutRepeats } from './figures/fold-repeats.ts';
import { mainClaim } from './main-claim.ts';
import { mentionsOf } from './mentions.ts';
import { speechOf } from './speech/speech-of.ts';
import { titleInText } from './title.ts';

/** Version of the reader: a reading bears it, and a newer one supersedes an older. */
export const READER_VERSION = '0.8.0';

/** What led to a claim, and what was considered and turned down; for `--explain`. */
export interface Explanation {
  readonly claims: readonly {
    readonly claim: number;
    readonly frame: string;
    readonly rules: readonly string[];
  }[];
  readonly rejected: readonly RejectedFrame[];
}

export interface Reader {
  readonly version: string;
  /** Reads one report. Pure: the same report gives the same reading. */
  read(report: Report): Reading;
  /** The same, with the reasons. */
  explain(report: Report): { reading: Reading; explanation: Explanation };
}

/** Loads what reading needs (language model, gazetteer, actors) once, and gives a reader. */
export function createReader(): Reader {
  loadLanguage();
  const knowledge: Knowledge = { gazetteer: loadGazetteer(), actors: loadActors() };
  const explain: Reader['explain'] = report => {
    const context: ReportContext = {
      title: report.title,
      outlet: report.outlet,
      published: report.published == null ? null : dateOf(report.published),
    };
    const text = annotate(report.text, context, 'text', knowledge);
    const title =
      report.title != null && !titleInText(report)
        ? annotate(report.title, context, 'title', knowledge, text)
        : null;
    const parts: Annotated[] = title ? [title, text] : [text];
    const found = parts.map(part => collectClaims(part));
    const named = text.actors.filter(m => m.how === 'name').map(m => m.actor);
    const told = settleClaims(
      found.flatMap(f => f.claims),
      named,
    );
    const dated = settleHeadlines(told, text);
    const settled = settleOrigins(dated, leadEnd(text.document));
    const drafted = withoutRepeats(settled, d => d.draft);
    const claims = makeClaims(
      report.id,
      drafted.map(d => d.draft),
    );
    const mentions: Mention[] = mentionsOf(text);
    const speech: Speech[] = speechOf(text);
    const reading: Reading = {
      report: report.id,
      reader: READER_VERSION,
      claims,
      main: mainClaim(claims, index => drafted[index]!.prominence ?? 0),
      discrepancies: findDiscrepancies(claims, index => drafted[index]!.ongoing),
      mentions,
      speech,
    };
    return {
      reading,
      explanation: {
        claims: claims.map((c, i) => ({ claim: i, frame: c.frame ?? c.kind, rules: drafted[i]!.rules })),
        rejected: found.flatMap(f => f.rejected),
      },
    };
  };
  return { version: READER_VERSION, read: report => explain(report).reading, explain };
}
