import { after, before, cased, data, mark, type Node, noun, proper, the, word } from './node.ts';
import { Tellings } from './tellings.ts';

/** Whole sentences: a clause, two of them, or one that somebody says. */
export class Sentences extends Tellings {
  protected clause(): Node {
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

  protected speaker(): Node {
    return this.often(0.5) ? noun(this.one(data['sources']!)) : the(noun(this.one(data['bodies']!)));
  }

  /** "Ann Field, a teacher": a person, with what they are. */
  protected person(): Node {
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
  protected medial(root: Node): Node {
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
  protected inverted(root: Node): Node {
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
