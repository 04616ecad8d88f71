/** A sentence in training: forms, and by number tags, heads (its length for the root), relations. */
export interface Lesson {
  readonly forms: readonly string[];
  readonly tag: Int32Array;
  readonly head: Int32Array;
  readonly relation: Int32Array;
}

type Change = (lesson: Lesson) => Lesson;

const withForms =
  (change: (form: string, i: number) => string): Change =>
  lesson => ({
    ...lesson,
    forms: lesson.forms.map(change),
  });

/** Leaves out the words that nothing depends on and that the test picks. */
const without =
  (pick: (form: string, i: number, all: readonly string[]) => boolean): Change =>
  lesson => {
    const { forms, tag, head, relation } = lesson;
    const isHead = new Set(head);
    const kept = [...forms.keys()].filter(
      i => isHead.has(i) || head[i] === forms.length || !pick(forms[i]!, i, forms),
    );
    if (kept.length === forms.length) return lesson;
    const place = new Map(kept.map((old, now) => [old, now]));
    return {
      forms: kept.map(i => forms[i]!),
      tag: Int32Array.from(kept, i => tag[i]!),
      head: Int32Array.from(kept, i => (head[i] === forms.length ? kept.length : place.get(head[i]!)!)),
      relation: Int32Array.from(kept, i => relation[i]!),
    };
  };

const capital = (form: string): string => form.charAt(0).toUpperCase() + form.slice(1);
const isFinalMark = (form: string, i: number, all: readonly string[]): boolean =>
  i === all.length - 1 && /^[.!?]+$/.test(form);
const isArticle = (form: string): boolean => /^(?:the|an?)$/i.test(form);

/** What news text does to sentences, and how often a sentence is so changed: headlines, lost commas and apostrophes. */
const changes: readonly [share: number, change: Change][] = [
  [0.03, withForms(form => form.toLowerCase())],
  [0.03, lesson => without(isFinalMark)(withForms(capital)(lesson))],
  [0.015, withForms(form => form.toUpperCase())],
  [
    0.05,
    lesson =>
      withForms((form, i) => (i === 0 ? capital(form) : form))(
        without((form, i, all) => isArticle(form) || isFinalMark(form, i, all))(lesson),
      ),
  ],
  [0.03, without(isFinalMark)],
  [0.05, without(form => form === ',')],
  [0.03, withForms(form => (/^['’]s$|^n['’]t$/i.test(form) ? form.replace(/['’]/, '') : form))],
];

/** The lesson, or now and then (by `random`, in 0…1) a changed copy of it. */
export function augment(lesson: Lesson, random: () => number): Lesson {
  let chance = random();
  for (const [share, change] of changes) {
    if (chance < share) return change(lesson);
    chance -= share;
  }
  return lesson;
}
