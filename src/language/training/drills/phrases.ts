import { after, before, cased, data, mark, type Node, noun, proper, the, word } from './node.ts';

/** Places and forces, as a report names them, from a stream of numbers in [0, 1). */
export class Phrases {
  protected readonly random: () => number;

  constructor(random: () => number) {
    this.random = random;
  }

  protected one<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)]!;
  }

  protected often = (share: number): boolean => this.random() < share;

  /** An invented place name: "Zamriya", "Tell Harban", "al-Kamuta", "Bor City". */
  protected name(): Node {
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
  protected names(most = 3): Node {
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
  protected place(): Node {
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
  protected apposition(place: Node): void {
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

  protected region(): Node {
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

  protected demonym = (): string => this.one(data['demonyms']!);

  /** Who fights: "the army", "IS militants", "Kurdish-led forces", "fighters from the Haran Brigade", "they". */
  protected force(pronouns = true): Node {
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

  protected plural = (n: Node): boolean => n.xpos === 'NNS' || n.form === 'they' || n.xpos === 'NNPS';

  protected verb(lemma: string, form: string, xpos: string): Node {
    return word(form, 'VERB', xpos, lemma);
  }

  protected reduced(): Node {
    const [lemma, , participle] = this.one(data.transitive);
    const verb = after(this.verb(lemma, participle, 'VBN'), 'obl:agent', cased('by', this.force(false)));
    if (this.often(0.5))
      after(verb, 'obl', cased(this.one(['since', 'on']), proper(this.one(data['days']!))));
    return verb;
  }

  protected counted(): Node {
    return before(noun(this.one(data['people']!)), 'nummod', word(this.one(data['numbers']!), 'NUM', 'CD'));
  }
}
