import { after, before, cased, data, type Node, noun, word } from './node.ts';
import { Verbs } from './verbs.ts';

/** Clauses of who takes, enters, leaves, fights for a place. */
export class Acts extends Verbs {
  /** "Rebels captured Zamriya from the army on Friday" */
  protected active(): Node {
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
  protected passive(): Node {
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
  protected motion(): Node {
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
  protected ousting(): Node {
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
  protected fell(): Node {
    const place = this.place();
    const verb = this.finite(['fall', 'fell', 'fallen'], place);
    if (this.often(0.7)) after(verb, 'obl', cased('to', this.force(false)));
    return this.withSubject(this.trail(verb), place);
  }

  /** "The army regained control of Zamriya" */
  protected control(): Node {
    const subject = this.force();
    const verb = this.finite(this.one(data.controlVerbs), subject);
    const control = after(noun('control'), 'nmod', cased(this.one(['of', 'of', 'over']), this.place()));
    if (this.often(0.15))
      before(control, 'amod', word(this.one(['full', 'complete', 'partial']), 'ADJ', 'JJ'));
    return this.withSubject(this.trail(after(verb, 'obj', control)), subject);
  }

  /** "Fighting raged in Zamriya between the army and rebels" */
  protected fighting(): Node {
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
}
