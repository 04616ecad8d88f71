import { after, before, cased, data, gerundOf, mark, type Node, noun, proper, word } from './node.ts';
import { Phrases } from './phrases.ts';

/** Verb forms with their auxiliaries and what stands behind them. */
export class Verbs extends Phrases {
  /** "on Friday", "in northern Kend", "after days of fighting" at the end of a clause. */
  protected trail(verb: Node): Node {
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
  protected gerund(verb: Node): void {
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

  /** A finite verb form with its auxiliaries. */
  protected finite([lemma, past, participle]: readonly string[], subject: Node): Node {
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

  protected withSubject(verb: Node, subject: Node, relation = 'nsubj'): Node {
    verb.left.unshift([relation, subject]);
    if (this.often(0.07)) verb.left.splice(1, 0, ['advmod', word(this.one(data['adverbs']!), 'ADV', 'RB')]);
    return verb;
  }
}
