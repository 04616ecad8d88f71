import { IntakeError } from '../intake-error.ts';

export interface ListedFeed {
  readonly address: string;
  readonly title: string | null;
}

interface Outline {
  readonly text?: unknown;
  readonly title?: unknown;
  readonly xmlUrl?: unknown;
  readonly outlines?: readonly Outline[];
}

/** The feeds of an OPML list, folders opened, each once. Throws an IntakeError where there is none. */
export async function readOpml(text: string): Promise<ListedFeed[]> {
  const { parseOpml } = await import('feedsmith');
  let outlines: readonly Outline[];
  try {
    outlines = (parseOpml(text) as { body?: { outlines?: readonly Outline[] } }).body?.outlines ?? [];
  } catch (error) {
    throw new IntakeError(`it is no OPML that can be read: ${(error as Error).message}`);
  }
  const found = new Map<string, ListedFeed>();
  const stack = [...outlines].reverse();
  while (stack.length > 0) {
    const { xmlUrl, title, text: name, outlines: inner } = stack.pop()!;
    if (typeof xmlUrl === 'string' && /^https?:/i.test(xmlUrl.trim())) {
      const address = xmlUrl.trim();
      const called = typeof title === 'string' ? title : typeof name === 'string' ? name : null;
      if (!found.has(address)) found.set(address, { address, title: called });
    }
    for (const each of [...(inner ?? [])].reverse()) stack.push(each);
  }
  if (found.size === 0) throw new IntakeError('the OPML lists no feed');
  return [...found.values()];
}
