import { readFileSync } from 'node:fs';
import type { TreebankSentence, TreebankWord } from './conllu.ts';

/**
 * Sentences of war reporting with their trees, made by rule from word lists and invented names: the treebanks hold few of the
 * verbs by which a front moves, and no names of villages. They follow the treebanks' conventions (English Web Treebank, UD 2).
 */

type Data = Record<string, string[]> & {
  names: { arabicFirst: string[] } & Record<'arabic' | 'slavic' | 'african' | 'asian', string[][]>;
  transitive: [string, string, string][];
  towards: [string, string, string[]][];
  outOf: [string, string, string][];
  particle: [string, string][];
  fightVerbs: [string, string][];
  controlVerbs: [string, string, string][];
};
const data = JSON.parse(readFileSync(new URL('./data/drills.json', import.meta.url), 'utf8')) as Data;

/** A word with what hangs on it, in the order of the sentence. */
interface Node {
  readonly form: string;
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
  readonly left: Child[];
  readonly right: Child[];
}
type Child = readonly [relation: string, node: Node];

const word = (form: string, upos: string, xpos: string, lemma = form.toLowerCase()): Node => ({
  form,
  upos,
  xpos,
  lemma,
  left: [],
  right: [],
});
const isPlural = (form: string): boolean => /[^s]s$/.test(form) && !/^(?:barracks|headquarters)$/.test(form);
const singular = (form: string): string =>
  form === 'people' || form === 'militiamen' || form === 'gunmen' || form === 'policemen'
    ? form.replace(/men$/, 'man').replace('people', 'person')
    : form.replace(/ies$/, 'y').replace(/s$/, '');
const noun = (form: string): Node =>
  isPlural(form) || /(?:men|people)$/.test(form)
    ? word(form, 'NOUN', 'NNS', singular(form))
    : word(form, 'NOUN', 'NN');
const proper = (form: string): Node => word(form, 'PROPN', /[a-z]s$/.test(form) ? 'NNPS' : 'NNP', form);
const mark = (form: string): Node => word(form, 'PUNCT', form === '-' ? 'HYPH' : form);
const before = (head: Node, relation: string, child: Node): Node => {
  head.left.unshift([relation, child]);
  return head;
};
const after = (head: Node, relation: string, child: Node): Node => {
  head.right.push([relation, child]);
  return head;
};
const the = (head: Node): Node => before(head, 'det', word('the', 'DET', 'DT'));
const cased = (preposition: string, head: Node): Node =>
  preposition
    .split(' ')
    .reverse()
    .reduce((n, p) => before(n, 'case', word(p, 'ADP', 'IN')), head);

const GERUNDS: Record<string, string> = {
  overrun: 'overrunning',
  control: 'controlling',
  quit: 'quitting',
  free: 'freeing',
  flee: 'fleeing',
  dig: 'digging',
};
const gerundOf = (lemma: string): string => GERUNDS[lemma] ?? `${lemma.replace(/e$/, '')}ing`;

/** Makes the sentences, each from a stream of numbers in [0, 1). */
class Drill {
  private readonly random: () => number;

  constructor(random: () => number) {
    this.random = random;
  }

  private one<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)]!;
  }
  private often = (share: number): boolean => this.random() < share;

  // ---- names and noun phrases ----

  /** An invented place name: "Zamriya", "Tell Harban", "al-Kamuta", "Bor City". */
  private name(): Node {
    const family = this.one(['arabic', 'arabic', 'slavic', 'african', 'asian'] as const);
    const root = (): string => data.names[family].map(part => this.one(part)).join('');
    if (family === 'arabic' && this.often(0.25)) {
      const al = proper(this.one(['al', 'Al', 'el', 'as', 'ash']));
      after(al, 'punct', mark('-'));
      return after(al, 'flat', proper(root()));
    }
    const head = proper(root());
    if (this.often(family === 'arabic' ? 0.4 : 0.12))
      before(head, 'compound', proper(family === 'arabic' ? this.one(data.names.arabicFirst) : root()));
    return head;
  }

  /** One name, or several. */
  private names(most = 3): Node {
    const head = this.name();
    if (most < 2 || this.often(0.65)) return head;
    const more = this.often(0.5) ? 1 : 2;
    for (let i = 0; i < more; i++) {
      const next = this.name();
      before(next, i === more - 1 ? 'cc' : 'punct', i === more - 1 ? word('and', 'CCONJ', 'CC') : mark(','));
      after(head, 'conj', next);
    }
    return head;
  }

  /** A place as a report names it: "Zamriya", "the village of Zamriya", "Zamriya airbase", "the Zamriya area", "Kend province". */
  place(): Node {
    const kind = this.random();
    let head: Node;
    if (kind < 0.45) head = this.names();
    else if (kind < 0.65) {
      const several = this.often(0.3);
      const unit = this.one(data['units']!);
      head = noun(several ? unit.replace(/y$/, 'ie').replace(/$/, 's') : unit);
      if (this.often(0.2)) before(head, 'amod', word(this.demonym(), 'ADJ', 'JJ'));
      else if (this.often(0.25))
        before(
          head,
          'amod',
          word(this.one(['nearby', 'strategic', 'key', 'northern', 'eastern']), 'ADJ', 'JJ'),
        );
      the(head);
      after(head, 'nmod', cased('of', several ? this.names() : this.name()));
    } else if (kind < 0.85) {
      head = noun(this.one([...data['sites']!, ...data['units']!]));
      before(head, 'compound', this.name());
      if (this.often(0.5)) the(head);
    } else if (kind < 0.93) {
      head = this.name();
      before(head, 'amod', word(this.one(data['regions']!), 'ADJ', 'JJ'));
    } else {
      const several = this.often(0.4);
      head = noun(
        several
          ? this.one(['villages', 'towns', 'areas', 'districts', 'positions'])
          : this.one([...data['sites']!, ...data['units']!]),
      );
      if (several && this.often(0.5)) before(head, 'amod', word(this.one(['several', 'many']), 'ADJ', 'JJ'));
      else the(head);
      if (this.often(0.3)) after(head, 'acl', this.reduced());
    }
    if (this.often(0.12)) this.apposition(head);
    return head;
  }

  /** ", a town 25 km south of Kend," beside a place. */
  private apposition(place: Node): void {
    const unit = before(
      noun(this.one(['town', 'village', 'city', 'suburb', 'hamlet'])),
      'det',
      word('a', 'DET', 'DT'),
    );
    if (this.often(0.5)) {
      const km = before(
        noun(this.one(['km', 'miles', 'kilometres'])),
        'nummod',
        word(this.one(['12', '25', '40', '65']), 'NUM', 'CD'),
      );
      const where = word(this.one(['north', 'south', 'east', 'west']), 'ADV', 'RB');
      before(where, 'obl:unmarked', km);
      after(where, 'obl', cased('of', this.name()));
      after(unit, 'advmod', where);
    } else after(unit, 'nmod', cased(this.one(['in', 'near', 'outside']), this.region()));
    before(unit, 'punct', mark(','));
    after(place, 'appos', unit);
    after(place, 'punct', mark(','));
  }

  private region(): Node {
    const head = this.name();
    if (this.often(0.4)) {
      const unit = noun(
        this.one(['province', 'region', 'state', 'governorate', 'countryside', 'district', 'territory']),
      );
      if (this.often(0.4)) the(unit);
      const name = this.name();
      return { ...unit, left: [...unit.left, ['compound', name]] };
    }
    return this.often(0.4) ? before(head, 'amod', word(this.one(data['regions']!), 'ADJ', 'JJ')) : head;
  }

  private demonym = (): string => this.one(data['demonyms']!);

  /** Who fights: "the army", "IS militants", "Kurdish-led forces", "fighters from the Haran Brigade", "they". */
  force(pronouns = true): Node {
    const kind = this.random();
    if (kind < 0.22) return the(noun(this.one(data['plainForces']!)));
    if (kind < 0.3) return noun(this.one(data['forceNouns']!));
    if (kind < 0.46)
      return before(noun(this.one(data['forceNouns']!)), 'compound', noun(this.one(data['ownedForces']!)));
    if (kind < 0.6) {
      const head = this.often(0.6)
        ? noun(this.one(data['forceNouns']!))
        : the(noun(this.one(['army', 'military', 'government'])));
      return { ...head, left: [...head.left, ['amod', word(this.demonym(), 'ADJ', 'JJ')]] };
    }
    if (kind < 0.72) {
      const acronym = proper(this.one(data['acronyms']!));
      if (this.often(0.4)) return this.often(0.6) ? the(acronym) : acronym;
      return before(noun(this.one([...data['forceNouns']!, 'group'])), 'compound', acronym);
    }
    if (kind < 0.8) {
      const led = word(this.one(['led', 'backed', 'aligned']), 'VERB', 'VBN', 'lead');
      before(led, 'punct', mark('-'));
      before(led, this.often(0.5) ? 'amod' : 'compound', word(this.demonym(), 'ADJ', 'JJ'));
      return before(noun(this.one(data['forceNouns']!)), 'amod', led);
    }
    if (kind < 0.87) {
      const brigade = proper(this.one(data['brigades']!));
      before(brigade, 'compound', this.name());
      the(brigade);
      if (this.often(0.4)) return brigade;
      return after(
        noun(this.one(['fighters', 'members', 'units'])),
        'nmod',
        cased(this.one(['from', 'of']), brigade),
      );
    }
    if (kind < 0.93) {
      const state = before(proper('State'), 'amod', word('Islamic', 'ADJ', 'NNP', 'Islamic'));
      if (this.often(0.4)) return state;
      const head = before(noun(this.one(['group', 'militants', 'fighters'])), 'compound', state);
      return head.form === 'group' ? the(head) : head;
    }
    if (!pronouns || kind < 0.96) {
      const owner = the(noun(this.one(['group', 'movement', 'army', 'alliance'])));
      after(owner, 'case', word("'s", 'PART', 'POS'));
      return before(noun(this.one(['fighters', 'forces', 'men', 'troops'])), 'nmod:poss', owner);
    }
    return this.often(0.7) ? word('they', 'PRON', 'PRP') : word('it', 'PRON', 'PRP');
  }

  private plural = (n: Node): boolean => n.xpos === 'NNS' || n.form === 'they' || n.xpos === 'NNPS';

  // ---- clauses ----

  private verb(lemma: string, form: string, xpos: string): Node {
    return word(form, 'VERB', xpos, lemma);
  }

  /** "on Friday", "in northern Kend", "after days of fighting" at the end of a clause. */
  private trail(verb: Node): Node {
    if (this.often(0.4)) after(verb, 'obl', cased('on', proper(this.one(data['days']!))));
    if (this.often(0.2)) after(verb, 'obl', cased(this.one(['in', 'near', 'in']), this.region()));
    if (this.often(0.12)) {
      const fighting = after(
        noun(this.one(['days', 'weeks', 'hours'])),
        'nmod',
        cased('of', noun(this.one(['fighting', 'clashes', 'shelling']))),
      );
      after(verb, 'obl', cased('after', fighting));
    }
    if (this.often(0.1)) this.gerund(verb);
    return verb;
  }

  /** ", killing five soldiers", "after capturing Zamriya" */
  private gerund(verb: Node): void {
    const kills = this.often(0.4);
    const [lemma] = this.one(data.transitive);
    const ing = kills
      ? this.verb('kill', 'killing', 'VBG')
      : this.verb(
          lemma,
          `${lemma.replace(/e$/, '')}ing`
            .replace('overruning', 'overrunning')
            .replace('controling', 'controlling')
            .replace('quiting', 'quitting')
            .replace('freing', 'freeing'),
          'VBG',
        );
    after(ing, 'obj', kills ? this.counted() : this.place());
    if (!kills && this.often(0.5))
      before(ing, 'mark', word(this.one(['after', 'before', 'while']), 'SCONJ', 'IN'));
    else before(ing, 'punct', mark(','));
    after(verb, 'advcl', ing);
  }

  private counted(): Node {
    return before(noun(this.one(data['people']!)), 'nummod', word(this.one(data['numbers']!), 'NUM', 'CD'));
  }

  /** A finite verb form with its auxiliaries. */
  private finite([lemma, past, participle]: readonly string[], subject: Node): Node {
    const kind = this.random();
    const plural = this.plural(subject);
    if (kind < 0.5) return this.verb(lemma!, past!, 'VBD');
    if (kind < 0.55) {
      const verb = before(this.verb(lemma!, lemma!, 'VB'), 'advmod', word('not', 'PART', 'RB'));
      return before(verb, 'aux', word('did', 'AUX', 'VBD', 'do'));
    }
    if (kind < 0.6) {
      const verb = this.verb(lemma!, gerundOf(lemma!), 'VBG');
      return before(
        verb,
        'aux',
        word(
          plural ? (this.often(0.5) ? 'are' : 'were') : this.often(0.5) ? 'is' : 'was',
          'AUX',
          'VBP',
          'be',
        ),
      );
    }
    if (kind < 0.75) {
      const verb = this.verb(lemma!, participle!, 'VBN');
      return before(
        verb,
        'aux',
        word(this.often(0.4) ? 'had' : plural ? 'have' : 'has', 'AUX', 'VBD', 'have'),
      );
    }
    if (kind < 0.85) {
      const verb = this.verb(lemma!, lemma!, 'VB');
      return before(verb, 'aux', word(this.one(['will', 'could', 'may', 'would']), 'AUX', 'MD'));
    }
    return plural
      ? this.verb(lemma!, lemma!, 'VBP')
      : this.verb(
          lemma!,
          /(?:sh|ss|ch)$/.test(lemma!) ? `${lemma}es` : lemma!.replace(/y$/, 'ie').replace(/$/, 's'),
          'VBZ',
        );
  }

  private withSubject(verb: Node, subject: Node, relation = 'nsubj'): Node {
    verb.left.unshift([relation, subject]);
    if (this.often(0.07)) verb.left.splice(1, 0, ['advmod', word(this.one(data['adverbs']!), 'ADV', 'RB')]);
    return verb;
  }

  /** "Rebels captured Zamriya from the army on Friday" */
  private active(): Node {
    const subject = this.force();
    if (this.often(0.04) && subject.upos === 'NOUN') {
      const control = after(noun('control'), 'nmod', cased('of', this.name()));
      after(subject, 'nmod', cased('in', control));
    }
    const verb = this.finite(this.one(data.transitive), subject);
    after(verb, 'obj', this.place());
    if (this.often(0.12)) after(verb, 'obl', cased('from', this.force(false)));
    return this.withSubject(this.trail(verb), subject);
  }

  /** "Zamriya was captured by the rebels" */
  private passive(): Node {
    const [lemma, , participle] = this.often(0.75) ? this.one(data.transitive) : ['kill', 'killed', 'killed'];
    const subject = lemma === 'kill' ? this.counted() : this.place();
    const verb = this.verb(lemma, participle, 'VBN');
    const plural = this.plural(subject) || subject.right.some(([r]) => r === 'conj');
    if (this.often(0.65)) before(verb, 'aux:pass', word(plural ? 'were' : 'was', 'AUX', 'VBD', 'be'));
    else {
      before(verb, 'aux:pass', word('been', 'AUX', 'VBN', 'be'));
      before(verb, 'aux', word(this.often(0.4) ? 'had' : plural ? 'have' : 'has', 'AUX', 'VBD', 'have'));
    }
    if (this.often(0.55)) after(verb, 'obl:agent', cased('by', this.force(false)));
    return this.withSubject(this.trail(verb), subject, 'nsubj:pass');
  }

  /** "The army withdrew from Zamriya", "fighters pulled out of Zamriya" */
  private motion(): Node {
    const subject = this.force();
    if (this.often(0.25)) {
      const [lemma, past] = this.one(data.particle);
      const verb = after(
        this.finite([lemma, past, past === 'drove' ? 'driven' : past], subject),
        'compound:prt',
        word('out', 'ADP', 'RP'),
      );
      after(verb, 'obl', cased('of', this.place()));
      return this.withSubject(this.trail(verb), subject);
    }
    const [lemma, past, prepositions] = this.one(data.towards);
    const participle = { withdrew: 'withdrawn', broke: 'broken' }[past] ?? past;
    const verb = this.finite([lemma, past, participle], subject);
    after(verb, 'obl', cased(this.one(prepositions), this.place()));
    return this.withSubject(this.trail(verb), subject);
  }

  /** "They drove the army out of Zamriya", "the army was driven from Zamriya by rebels" */
  private ousting(): Node {
    const [lemma, past, participle] = this.one(data.outOf);
    const out = cased(this.often(0.5) ? 'from' : 'out of', this.place());
    if (this.often(0.5)) {
      const subject = this.force();
      const verb = this.finite([lemma, past, participle], subject);
      after(verb, 'obj', this.force(false));
      after(verb, 'obl', out);
      return this.withSubject(this.trail(verb), subject);
    }
    const subject = this.force();
    const verb = before(
      this.verb(lemma, participle, 'VBN'),
      'aux:pass',
      word(this.plural(subject) ? 'were' : 'was', 'AUX', 'VBD', 'be'),
    );
    after(verb, 'obl', out);
    if (this.often(0.5)) after(verb, 'obl:agent', cased('by', this.force(false)));
    return this.withSubject(this.trail(verb), subject, 'nsubj:pass');
  }

  /** "The town of Zamriya fell to the rebels" */
  private fell(): Node {
    const place = this.place();
    const verb = this.finite(['fall', 'fell', 'fallen'], place);
    if (this.often(0.7)) after(verb, 'obl', cased('to', this.force(false)));
    return this.withSubject(this.trail(verb), place);
  }

  /** "The army regained control of Zamriya" */
  private control(): Node {
    const subject = this.force();
    const verb = this.finite(this.one(data.controlVerbs), subject);
    const control = after(noun('control'), 'nmod', cased(this.one(['of', 'of', 'over']), this.place()));
    if (this.often(0.15))
      before(control, 'amod', word(this.one(['full', 'complete', 'partial']), 'ADJ', 'JJ'));
    return this.withSubject(this.trail(after(verb, 'obj', control)), subject);
  }

  /** "Fighting raged in Zamriya between the army and rebels" */
  private fighting(): Node {
    const subject = noun(this.one(data['fightNouns']!));
    if (this.often(0.4))
      before(subject, 'amod', word(this.one(['heavy', 'fierce', 'intense', 'sporadic']), 'ADJ', 'JJ'));
    const sides = (): Node => {
      const first = this.force(false);
      return after(first, 'conj', before(this.force(false), 'cc', word('and', 'CCONJ', 'CC')));
    };
    if (this.often(0.25)) after(subject, 'nmod', cased('between', sides()));
    let verb: Node;
    if (this.often(0.25)) {
      verb = after(this.verb('break', 'broke', 'VBD'), 'compound:prt', word('out', 'ADP', 'RP'));
    } else {
      const [lemma, past] = this.one(data.fightVerbs);
      verb = this.finite([lemma, past, past], subject);
    }
    after(verb, 'obl', cased(this.one(['in', 'around', 'near', 'inside', 'outside', 'at']), this.place()));
    if (this.often(0.25)) after(verb, 'obl', cased('between', sides()));
    return this.withSubject(this.trail(verb), subject);
  }

  /** "The fall of Zamriya to the rebels came on Friday" */
  private nominal(): Node {
    const subject = the(noun(this.one(data['eventNouns']!)));
    after(subject, 'nmod', cased('of', this.place()));
    if (this.often(0.3)) after(subject, 'nmod', cased('by', this.force(false)));
    if (this.often(0.5)) {
      const verb = this.finite(
        this.one([
          ['come', 'came', 'come'],
          ['follow', 'followed', 'followed'],
          ['begin', 'began', 'begun'],
        ]),
        subject,
      );
      after(verb, 'obl', cased(this.one(['on', 'on']), proper(this.one(data['days']!))));
      return this.withSubject(verb, subject);
    }
    const verb = before(
      this.verb('confirm', 'confirmed', 'VBN'),
      'aux:pass',
      word('was', 'AUX', 'VBD', 'be'),
    );
    after(verb, 'obl:agent', cased('by', the(noun(this.one(data['bodies']!)))));
    return this.withSubject(verb, subject, 'nsubj:pass');
  }

  /** "Zamriya is under the control of the army", "Zamriya remains in rebel hands" */
  private state(): Node {
    const subject = this.place();
    const plural = this.plural(subject) || subject.right.some(([r]) => r === 'conj');
    let phrase: Node;
    if (this.often(0.5)) {
      phrase = after(the(noun('control')), 'nmod', cased('of', this.force(false)));
      phrase = cased('under', phrase);
    } else phrase = cased('in', before(noun('hands'), 'compound', noun(this.one(data['ownedForces']!))));
    if (this.often(0.5)) {
      const cop = word(
        this.often(0.5) ? (plural ? 'are' : 'is') : plural ? 'were' : 'was',
        'AUX',
        'VBZ',
        'be',
      );
      phrase.left.unshift(['cop', cop]);
      return this.withSubject(phrase, subject);
    }
    const verb = this.finite(['remain', 'remained', 'remained'], subject);
    return this.withSubject(after(verb, 'obl', phrase), subject);
  }

  /** "Zamriya, which rebels captured on Friday, was shelled by the army" */
  private relative(): Node {
    const kind = this.random();
    const clause =
      kind < 0.35 ? this.relativeObject() : kind < 0.65 ? this.relativePassive() : this.reduced();
    const head = this.name();
    before(clause, 'punct', mark(','));
    after(head, clause.left.some(([r]) => r === 'obj' || r === 'nsubj:pass') ? 'acl:relcl' : 'acl', clause);
    after(head, 'punct', mark(','));
    const [lemma, past, participle] = this.one(data.transitive);
    if (this.often(0.5)) {
      const verb = before(this.verb(lemma, participle, 'VBN'), 'aux:pass', word('was', 'AUX', 'VBD', 'be'));
      if (this.often(0.5)) after(verb, 'obl:agent', cased('by', this.force(false)));
      return this.withSubject(this.trail(verb), head, 'nsubj:pass');
    }
    const subject = this.force();
    const verb = this.finite([lemma, past, participle], subject);
    after(verb, 'obj', head);
    return this.withSubject(verb, subject);
  }

  private relativeObject(): Node {
    const subject = this.force();
    const verb = this.withSubject(this.finite(this.one(data.transitive), subject), subject);
    verb.left.unshift(['obj', word('which', 'PRON', 'WDT')]);
    if (this.often(0.5)) after(verb, 'obl', cased('on', proper(this.one(data['days']!))));
    return verb;
  }

  private relativePassive(): Node {
    const [lemma, , participle] = this.one(data.transitive);
    const verb = before(
      this.verb(lemma, participle, 'VBN'),
      'aux:pass',
      word(this.one(['was', 'is']), 'AUX', 'VBD', 'be'),
    );
    verb.left.unshift(['nsubj:pass', word('which', 'PRON', 'WDT')]);
    return after(verb, 'obl:agent', cased('by', this.force(false)));
  }

  private reduced(): Node {
    const [lemma, , participle] = this.one(data.transitive);
    const verb = after(this.verb(lemma, participle, 'VBN'), 'obl:agent', cased('by', this.force(false)));
    if (this.often(0.5))
      after(verb, 'obl', cased(this.one(['since', 'on']), proper(this.one(data['days']!))));
    return verb;
  }

  /** "The army vowed to retake Zamriya", "rebels launched an offensive to capture Zamriya" */
  private purpose(): Node {
    const subject = this.force();
    const [lemma] = this.one(data.transitive);
    const aim = before(this.verb(lemma, lemma, 'VB'), 'mark', word('to', 'PART', 'TO'));
    after(aim, 'obj', this.place());
    if (this.often(0.55)) {
      const verb = this.one([
        ['vow', 'vowed', 'vowed'],
        ['try', 'tried', 'tried'],
        ['attempt', 'attempted', 'attempted'],
        ['seek', 'sought', 'sought'],
        ['manage', 'managed', 'managed'],
        ['fail', 'failed', 'failed'],
        ['claim', 'claimed', 'claimed'],
      ]);
      return this.withSubject(after(this.finite(verb, subject), 'xcomp', aim), subject);
    }
    const offensive = noun(this.one(['offensive', 'operation', 'campaign', 'assault', 'attack']));
    before(offensive, 'det', word(/^[aeiou]/.test(offensive.form) ? 'an' : 'a', 'DET', 'DT'));
    after(offensive, 'acl', aim);
    const verb = this.finite(
      this.one([
        ['launch', 'launched', 'launched'],
        ['begin', 'began', 'begun'],
        ['mount', 'mounted', 'mounted'],
      ]),
      subject,
    );
    return this.withSubject(after(verb, 'obj', offensive), subject);
  }

  /** "The rebels' capture of Zamriya was confirmed", "the army's withdrawal from Zamriya began" */
  private owned(): Node {
    const owner = this.force(false);
    after(owner, 'case', word(/s$/.test(owner.form) && owner.right.length === 0 ? "'" : "'s", 'PART', 'POS'));
    const leaves = this.often(0.4);
    const head = noun(
      leaves
        ? this.one(['withdrawal', 'retreat', 'departure'])
        : this.one(['capture', 'seizure', 'siege', 'recapture', 'shelling', 'loss']),
    );
    before(head, 'nmod:poss', owner);
    after(head, 'nmod', cased(leaves ? 'from' : 'of', this.place()));
    const verb = this.finite(
      this.one([
        ['follow', 'followed', 'followed'],
        ['begin', 'began', 'begun'],
        ['end', 'ended', 'ended'],
        ['mark', 'marked', 'marked'],
      ]),
      head,
    );
    if (verb.lemma === 'mark')
      after(
        verb,
        'obj',
        before(noun(this.one(['setback', 'victory', 'defeat'])), 'det', word('a', 'DET', 'DT')),
      );
    return this.withSubject(this.trail(verb), head);
  }

  /** "Zamriya came under attack by the army", "the town is still contested" */
  private under(): Node {
    const subject = this.place();
    if (this.often(0.35)) {
      const plural = this.plural(subject) || subject.right.some(([r]) => r === 'conj');
      const adjective = word(this.one(['contested', 'empty', 'calm', 'quiet', 'safe', 'free']), 'ADJ', 'JJ');
      if (this.often(0.4))
        before(adjective, 'advmod', word(this.one(['still', 'now', 'largely']), 'ADV', 'RB'));
      before(adjective, 'cop', word(plural ? 'are' : 'is', 'AUX', 'VBZ', 'be'));
      return this.withSubject(adjective, subject);
    }
    const verb = this.finite(['come', 'came', 'come'], subject);
    const noun_ = noun(this.one(['attack', 'fire', 'siege', 'shelling', 'control']));
    if (this.often(0.6)) after(noun_, 'nmod', cased(this.one(['by', 'from', 'of']), this.force(false)));
    return this.withSubject(this.trail(after(verb, 'obl', cased('under', noun_))), subject);
  }

  /** "Backed by Russian air strikes, the army entered Zamriya", "fighters backed by Rwanda took Zamriya" */
  private backed(): Node {
    const by = this.verb('back', this.one(['backed', 'supported', 'aided']), 'VBN');
    const strikes = noun(this.one(['strikes', 'raids', 'jets', 'tanks', 'helicopters']));
    before(strikes, 'amod', word(this.demonym(), 'ADJ', 'JJ'));
    after(by, 'obl:agent', cased('by', this.often(0.6) ? strikes : this.force(false)));
    const subject = this.force(false);
    const verb = this.finite(this.one(data.transitive), subject);
    after(verb, 'obj', this.place());
    if (this.often(0.5)) {
      after(subject, 'acl', by);
      return this.withSubject(this.trail(verb), subject);
    }
    this.withSubject(this.trail(verb), subject);
    verb.left.unshift(['advcl', by], ['punct', mark(',')]);
    return verb;
  }

  /** "Rebels seize Zamriya", "Zamriya falls to militants", "Army, rebels clash near Zamriya" without articles: a headline. */
  private headline(): Node {
    const subject = noun(
      this.one(
        [
          'Rebels',
          'Army',
          'Militants',
          'Troops',
          'Government',
          'Insurgents',
          'Fighters',
          'Forces',
          'Regime',
          'Jihadists',
        ].map(w => w.toLowerCase()),
      ),
    );
    const plural = this.plural(subject);
    const third = (lemma: string): string =>
      plural ? lemma : /(?:sh|ss|ch)$/.test(lemma) ? `${lemma}es` : `${lemma.replace(/y$/, 'ie')}s`;
    if (this.often(0.25)) {
      const verb = this.verb('fall', 'falls', 'VBZ');
      after(verb, 'obl', cased('to', noun(this.one(data['plainForces']!))));
      return this.withSubject(verb, this.name());
    }
    if (this.often(0.25)) {
      const [lemma, , participle] = this.one(data.transitive);
      const verb = after(
        this.verb(lemma, participle, 'VBN'),
        'obl:agent',
        cased('by', noun(this.one(data['plainForces']!))),
      );
      return this.withSubject(verb, this.name(), 'nsubj:pass');
    }
    const [lemma] = this.one(data.transitive);
    const verb = after(this.verb(lemma, third(lemma), plural ? 'VBP' : 'VBZ'), 'obj', this.name());
    if (this.often(0.3)) after(verb, 'obl', cased('from', noun(this.one(data['plainForces']!))));
    return this.withSubject(verb, subject);
  }

  /** "Clashes in Zamriya between the army and rebels killed 12 people" */
  private toll(): Node {
    const subject = noun(this.one([...data['fightNouns']!, 'attack', 'strike', 'ambush']));
    if (!this.plural(subject) && /^(?:attack|strike|ambush)$/.test(subject.form))
      before(subject, 'det', word(/^a/.test(subject.form) ? 'an' : 'a', 'DET', 'DT'));
    after(subject, 'nmod', cased(this.one(['in', 'near', 'on', 'around']), this.place()));
    const verb = this.finite(
      this.one([
        ['kill', 'killed', 'killed'],
        ['wound', 'wounded', 'wounded'],
        ['displace', 'displaced', 'displaced'],
      ]),
      subject,
    );
    return this.withSubject(this.trail(after(verb, 'obj', this.counted())), subject);
  }

  /** "That brings to three the number of towns captured this month" */
  private counting(): Node {
    const subject = this.often(0.5)
      ? word(this.one(['that', 'it', 'this']), 'PRON', 'DT')
      : the(noun(this.one(['advance', 'capture', 'attack', 'fall'])));
    const number = the(noun('number'));
    const [, , participle] = this.one(data.transitive);
    const taken = this.verb(participle, participle, 'VBN');
    if (this.often(0.5)) after(taken, 'obl:agent', cased('by', this.force(false)));
    else
      after(
        taken,
        'obl:unmarked',
        before(noun(this.one(['month', 'week', 'year'])), 'det', word('this', 'DET', 'DT')),
      );
    const towns = after(
      noun(this.one(['towns', 'villages', 'cities', 'districts', 'bases', 'posts'])),
      'acl',
      taken,
    );
    after(number, 'nmod', cased('of', towns));
    const verb = this.verb('bring', this.often(0.6) ? 'brings' : 'brought', 'VBZ');
    const to = cased('to', word(this.one(['three', 'five', '12', 'eight']), 'NUM', 'CD'));
    if (this.often(0.5)) after(after(verb, 'obl', to), 'obj', number);
    else after(after(verb, 'obj', number), 'obl', to);
    return this.withSubject(verb, subject);
  }

  /** "Zamriya was the third town to fall to the rebels" */
  private ranked(): Node {
    const unit = noun(this.one(data['units']!));
    before(unit, 'amod', word(this.one(['first', 'second', 'third', 'last', 'fifth']), 'ADJ', 'JJ'));
    the(unit);
    const fall = before(this.verb('fall', 'fall', 'VB'), 'mark', word('to', 'PART', 'TO'));
    if (this.often(0.6)) after(fall, 'obl', cased('to', this.force(false)));
    after(unit, 'acl', fall);
    unit.left.unshift(['cop', word(this.one(['is', 'was']), 'AUX', 'VBZ', 'be')]);
    return this.withSubject(unit, this.often(0.6) ? this.name() : word('it', 'PRON', 'PRP'));
  }

  private clause(): Node {
    const kinds = [
      () => this.owned(),
      () => this.under(),
      () => this.backed(),
      () => this.headline(),
      () => this.toll(),
      () => this.ranked(),
      () => (this.often(0.4) ? this.counting() : this.active()),
      () => this.active(),
      () => this.active(),
      () => this.active(),
      () => this.passive(),
      () => this.passive(),
      () => this.motion(),
      () => this.motion(),
      () => this.ousting(),
      () => this.fell(),
      () => this.control(),
      () => this.fighting(),
      () => this.nominal(),
      () => this.state(),
      () => this.relative(),
      () => this.purpose(),
    ];
    return this.one(kinds)();
  }

  private speaker(): Node {
    return this.often(0.5) ? noun(this.one(data['sources']!)) : the(noun(this.one(data['bodies']!)));
  }

  /** "Ann Field, a teacher": a person, with what they are. */
  private person(): Node {
    const first = proper(this.one(data['firstNames']!));
    after(first, 'flat', proper(this.one(data['lastNames']!)));
    if (this.often(0.5)) {
      const job = before(noun(this.one(data['jobs']!)), 'det', word('a', 'DET', 'DT'));
      if (this.often(0.6)) before(job, 'punct', mark(','));
      if (this.often(0.3)) after(job, 'nmod', cased(this.one(['in', 'from']), this.name()));
      after(first, 'appos', job);
    }
    return first;
  }

  /** "Zamriya, he said, had been captured": the saying in the middle. */
  private medial(root: Node): Node {
    const at = root.left.findIndex(([r]) => r.startsWith('nsubj'));
    if (at < 0) return root;
    const said = this.verb('say', 'said', 'VBD');
    const speaker = this.often(0.5) ? word(this.one(['he', 'she', 'they']), 'PRON', 'PRP') : this.speaker();
    said.left.push(['punct', mark(',')], ['nsubj', speaker]);
    after(said, 'punct', mark(','));
    root.left.splice(at + 1, 0, ['parataxis', said]);
    return root;
  }

  /** "Zamriya has fallen, said Ann Field, a teacher": the speaker behind the verb. */
  private inverted(root: Node): Node {
    const said = this.verb('say', this.often(0.8) ? 'said' : 'says', 'VBD');
    said.left.push(['ccomp', root]);
    if (this.often(0.7)) said.left.push(['punct', mark(',')]);
    return after(said, 'nsubj', this.often(0.7) ? this.person() : this.speaker());
  }

  /** A whole sentence: a clause, two of them, or one that somebody says. */
  sentence(): Node {
    const kind = this.random();
    let root = this.clause();
    if (kind > 0.96) root = this.inverted(root);
    else if (kind > 0.91) root = this.medial(root);
    if (kind < 0.15) {
      const said = this.verb('say', 'said', 'VBD');
      said.left.push(['ccomp', root], ['punct', mark(',')], ['nsubj', this.speaker()]);
      root = said;
    } else if (kind < 0.2) {
      const source = this.speaker();
      const according = after(word('according', 'VERB', 'VBG', 'accord'), 'fixed', word('to', 'ADP', 'IN'));
      source.left.unshift(['case', according]);
      root.right.push(['punct', mark(',')], ['obl', source]);
    } else if (kind < 0.3) {
      const [lemma, form, xpos] = this.one([
        ['say', 'said', 'VBD'],
        ['report', 'reported', 'VBD'],
        ['claim', 'claimed', 'VBD'],
        ['deny', 'denied', 'VBD'],
        ['announce', 'announced', 'VBD'],
      ] as const);
      const said = this.verb(lemma, form, xpos);
      said.left.push(['nsubj', this.speaker()]);
      if (this.often(0.6)) root.left.unshift(['mark', word('that', 'SCONJ', 'IN')]);
      after(said, 'ccomp', root);
      root = said;
    } else if (kind < 0.4) {
      const next = this.clause();
      next.left.unshift(['cc', word(this.one(['and', 'but']), 'CCONJ', 'CC')]);
      after(root, 'conj', next);
    } else if (kind < 0.5) {
      const next = this.clause();
      next.left.unshift(['mark', word(this.one(['after', 'as', 'before', 'while']), 'SCONJ', 'IN')]);
      after(root, 'advcl', next);
    } else if (kind < 0.58) {
      const opening = cased('in', this.region());
      root.left.unshift(['obl', opening], ['punct', mark(',')]);
    }
    return after(root, 'punct', mark('.'));
  }
}

/** The words of a tree in their order, with heads by number. */
function linear(root: Node): TreebankWord[] {
  const order: { node: Node; parent: Node | null; relation: string }[] = [];
  const walk = (node: Node, parent: Node | null, relation: string): void => {
    for (const [r, child] of node.left) walk(child, node, r);
    order.push({ node, parent, relation });
    for (const [r, child] of node.right) walk(child, node, r);
  };
  walk(root, null, 'root');
  for (let i = order.length - 2; i >= 0; i--)
    if (order[i]!.node.form === ',' && order[i + 1]!.node.upos === 'PUNCT') order.splice(i, 1);
  const at = new Map(order.map(({ node }, i) => [node, i]));
  return order.map(({ node, parent, relation }, i) => ({
    form: i === 0 ? node.form.charAt(0).toUpperCase() + node.form.slice(1) : node.form,
    lemma: node.lemma,
    upos: node.upos,
    xpos: node.xpos,
    head: parent ? at.get(parent)! : -1,
    deprel: relation,
    spaceAfter: true,
  }));
}

/**
 * As many sentences as are asked for, with their trees; the same for the same stream of numbers.
 * @example makeDrills(2, random)[0].words.map(w => w.form).join(' ') // 'Rebel fighters took Zamriya on Friday .'
 */
export function makeDrills(count: number, random: () => number): TreebankSentence[] {
  const drill = new Drill(random);
  return Array.from({ length: count }, () => {
    const words = linear(drill.sentence());
    return {
      words,
      tokens: words.map(({ form }, i) => ({ form, first: i, last: i + 1 })),
      newParagraph: false,
    };
  });
}
