/** What a site's robots.txt lets us do. */
export interface Robots {
  allows(path: string): boolean;
  /** Seconds that it asks to leave between two requests. */
  readonly delay: number | null;
}

interface Group {
  readonly agents: string[];
  readonly rules: { readonly allow: boolean; readonly path: string }[];
  delay: number | null;
}

/** Most of a robots.txt that is looked at, as RFC 9309 has it at least. */
const LIMIT = 500_000;
/** Longest rule: a longer one is no path. */
const RULE = 2000;

export const ALLOW_ALL: Robots = { allows: () => true, delay: null };

/**
 * Reads a robots.txt (RFC 9309): the group of the agent's own name, else that of `*`; the longest rule that fits decides, and where
 * two are alike the one that allows.
 * @example parseRobots('User-agent: *\nDisallow: /private', 'Dateline').allows('/private/a') // false
 */
export function parseRobots(text: string, agent: string): Robots {
  const groups = groupsOf(text.slice(0, LIMIT));
  const name = agent.toLowerCase();
  const own = groups.filter(group => group.agents.includes(name));
  const mine = own.length > 0 ? own : groups.filter(group => group.agents.includes('*'));
  const rules = mine
    .flatMap(group => group.rules)
    .filter(rule => rule.path !== '')
    .sort((a, b) => b.path.length - a.path.length || Number(b.allow) - Number(a.allow));
  return {
    allows: path => rules.find(rule => fits(rule.path, path))?.allow ?? true,
    delay: mine.map(group => group.delay).find(delay => delay != null) ?? null,
  };
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  let isOpen = false;
  for (const line of text.split(/\r\n?|\n/)) {
    const [, key, value] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? [];
    if (key == null) continue;
    const given = value!.trim();
    if (key.toLowerCase() === 'user-agent') {
      // Several names in a row share the rules that follow.
      if (!isOpen) groups.push({ agents: [], rules: [], delay: null });
      groups.at(-1)!.agents.push(given.toLowerCase().replace(/\/.*/, ''));
      isOpen = true;
      continue;
    }
    isOpen = false;
    const group = groups.at(-1);
    if (group == null) continue;
    if (/^(dis)?allow$/i.test(key) && given.length <= RULE)
      group.rules.push({ allow: key.toLowerCase() === 'allow', path: given });
    else if (/^crawl-delay$/i.test(key) && Number(given) > 0) group.delay = Number(given);
  }
  return groups;
}

/** `*` stands for anything, a `$` at the end for the end. Written without backtracking: a rule may be made to take for ever. */
function fits(rule: string, path: string): boolean {
  const isWhole = rule.endsWith('$');
  const parts = (isWhole ? rule.slice(0, -1) : rule).split('*');
  if (!path.startsWith(parts[0]!)) return false;
  let at = parts[0]!.length;
  for (const [i, part] of parts.entries()) {
    if (i === 0) continue;
    if (isWhole && i === parts.length - 1) return path.length - part.length >= at && path.endsWith(part);
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !isWhole || at === path.length;
}
