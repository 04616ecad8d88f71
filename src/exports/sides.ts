import type { ActorKind, ClaimActor, ClaimView } from '../model/index.ts';
import type { ExportRecords } from './records.ts';

/** One party to a happening, as data sets of events name it. */
export interface Party {
  readonly name: string;
  readonly kind: ActorKind;
  readonly side: string | null;
}

/** The two parties of a happening, from the claims that tell of it: the words that most claims use, known actors before unknown ones. */
export function partiesOf(
  claims: readonly ClaimView[],
  country: string | null,
  records: Pick<ExportRecords, 'actorOf'>,
): { readonly first: Party | null; readonly second: Party | null } {
  const first = commonest(claims.map(c => c.actor)),
    second = commonest(claims.map(c => c.target));
  return {
    first: first && partyOf(first, dayOf(claims), country, records),
    second: second && partyOf(second, dayOf(claims), country, records),
  };
}

const dayOf = (claims: readonly ClaimView[]): string | null =>
  claims.map(c => c.time?.to ?? c.published?.slice(0, 10) ?? null).find(day => day != null) ?? null;

function commonest(actors: readonly (ClaimActor | null | undefined)[]): ClaimActor | null {
  const n = new Map<string, { actor: ClaimActor; n: number }>();
  for (const actor of actors) {
    if (actor == null) continue;
    const key = actor.id ?? actor.side ?? actor.name;
    const known = n.get(key);
    n.set(key, { actor: known?.actor ?? actor, n: (known?.n ?? 0) + 1 });
  }
  const score = ({ actor, n }: { actor: ClaimActor; n: number }): number => n + (actor.id == null ? 0 : 1000);
  return [...n.values()].sort((a, b) => score(b) - score(a))[0]?.actor ?? null;
}

function partyOf(
  actor: ClaimActor,
  date: string | null,
  country: string | null,
  { actorOf }: Pick<ExportRecords, 'actorOf'>,
): Party {
  const known = actor.id == null ? null : actorOf(actor.id, date);
  const kind = known?.kind ?? kindOfWords(actor.name);
  const isForeign =
    kind === 'state-forces' && known?.country != null && country != null && known.country !== country;
  return {
    name: known?.name ?? actor.name,
    kind: isForeign ? 'external-forces' : kind,
    side: actor.side,
  };
}

/** What an actor is that no list knows, by the words for it. */
function kindOfWords(name: string): ActorKind {
  if (/\b(?:civilians?|residents?|villagers?|people|women|children|families|worshippers)\b/i.test(name))
    return 'civilians';
  if (/\bprotest|demonstrator/i.test(name)) return 'protesters';
  if (/\b(?:rioters?|mobs?|crowds?)\b/i.test(name)) return 'rioters';
  if (/\b(?:army|soldiers?|troops|police|government|security forces|military|navy|air force)\b/i.test(name))
    return 'state-forces';
  if (/\b(?:tribal|tribesmen|clan|communal|herders?|farmers|vigilantes?)\b/i.test(name))
    return 'identity-militia';
  if (/\b(?:rebels?|insurgents?|separatists?|guerrillas?|jihadists?|militants?)\b/i.test(name))
    return 'rebel-group';
  return 'political-militia';
}
