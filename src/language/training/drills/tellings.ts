import { Acts } from './acts.ts';
import { after, before, cased, data, mark, type Node, noun, proper, the, word } from './node.ts';

/** Clauses in other words: nouns for what happened, states, relative clauses, plans, headlines, tolls. */
export class Tellings extends Acts {
  /** "The fall of Zamriya to the rebels came on Friday" */
  protected nominal(): Node {
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
  protected state(): Node {
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
  protected relative(): Node {
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

  protected relativeObject(): Node {
    const subject = this.force();
    const verb = this.withSubject(this.finite(this.one(data.transitive), subject), subject);
    verb.left.unshift(['obj', word('which', 'PRON', 'WDT')]);
    if (this.often(0.5)) after(verb, 'obl', cased('on', proper(this.one(data['days']!))));
    return verb;
  }

  protected relativePassive(): Node {
    const [lemma, , participle] = this.one(data.transitive);
    const verb = before(
      this.verb(lemma, participle, 'VBN'),
      'aux:pass',
      word(this.one(['was', 'is']), 'AUX', 'VBD', 'be'),
    );
    verb.left.unshift(['nsubj:pass', word('which', 'PRON', 'WDT')]);
    return after(verb, 'obl:agent', cased('by', this.force(false)));
  }

  /** "The army vowed to retake Zamriya", "rebels launched an offensive to capture Zamriya" */
  protected purpose(): Node {
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
  protected owned(): Node {
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
  protected under(): Node {
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
  protected backed(): Node {
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
  protected headline(): Node {
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
  protected toll(): Node {
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
  protected counting(): Node {
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
  protected ranked(): Node {
    const unit = noun(this.one(data['units']!));
    before(unit, 'amod', word(this.one(['first', 'second', 'third', 'last', 'fifth']), 'ADJ', 'JJ'));
    the(unit);
    const fall = before(this.verb('fall', 'fall', 'VB'), 'mark', word('to', 'PART', 'TO'));
    if (this.often(0.6)) after(fall, 'obl', cased('to', this.force(false)));
    after(unit, 'acl', fall);
    unit.left.unshift(['cop', word(this.one(['is', 'was']), 'AUX', 'VBZ', 'be')]);
    return this.withSubject(unit, this.often(0.6) ? this.name() : word('it', 'PRON', 'PRP'));
  }
}
