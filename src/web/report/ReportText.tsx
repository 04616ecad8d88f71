import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import { claimWords } from '../parts/ClaimCard.tsx';
import type { ClaimView } from '../types.ts';
import { paragraphsOf, segmentsOf } from './segments.ts';

const RANK = { control: 0, figure: 1, count: 2, event: 3 } as const;

/** A report's text in serif, with the words of its claims marked by kind; the chosen claim's words stand out and are brought into view. */
export function ReportText({
  text,
  claims,
  chosen,
  onChoose,
  only = [],
}: {
  text: string;
  claims: readonly ClaimView[];
  chosen: string | null;
  onChoose: (id: string) => void;
  /** Stretches to mark as standing in this text only. */
  only?: readonly { start: number; end: number }[];
}): ReactElement {
  const first = useRef<HTMLElement>(null);
  const paragraphs = useMemo(() => paragraphsOf(text), [text]);
  const segments = useMemo(
    () => segmentsOf(text.length, [...claims.map(c => c.quote), ...only]),
    [text, claims, only],
  );
  useEffect(() => {
    if (chosen == null || first.current == null) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    first.current.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  }, [chosen]);
  let marked = false;
  return (
    <div className="report-text" dir="auto">
      {paragraphs.map(p => (
        <p key={p.start} dir="auto">
          {segments
            .filter(s => s.start < p.end && s.end > p.start)
            .map(s => {
              const [start, end] = [Math.max(s.start, p.start), Math.min(s.end, p.end)];
              const words = text.slice(start, end);
              const own = s.claims.filter(k => k < claims.length).map(k => claims[k]!);
              const alone = s.claims.some(k => k >= claims.length);
              if (own.length === 0) return alone ? <ins key={start}>{words}</ins> : words;
              const lead =
                own.find(c => c.id === chosen) ?? [...own].sort((a, b) => RANK[a.kind] - RANK[b.kind])[0]!;
              const isChosen = lead.id === chosen;
              const ref = isChosen && !marked ? first : undefined;
              if (isChosen) marked = true;
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the list of claims beside the text does the same by keyboard
                <mark
                  key={start}
                  ref={ref}
                  className={`words words-${lead.kind}${isChosen ? ' words-chosen' : ''}${alone ? ' words-only' : ''}`}
                  title={own.map(claimWords).join('\n')}
                  onClick={() => onChoose(nextOf(own, chosen))}
                >
                  {words}
                </mark>
              );
            })}
        </p>
      ))}
    </div>
  );
}

/** Clicking again on the same words goes round the claims that stand on them. */
function nextOf(own: readonly ClaimView[], chosen: string | null): string {
  const at = own.findIndex(c => c.id === chosen);
  return own[(at + 1) % own.length]!.id;
}
