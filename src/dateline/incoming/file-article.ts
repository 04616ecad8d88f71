import type { PoliteFetcher } from '../../fetching/index.ts';
import { checkText, IntakeError } from '../../intake/index.ts';
import type { Handled, Job } from '../../jobs/index.ts';
import type { Asker, Filing } from '../../model/index.ts';
import type { Context } from '../context.ts';
import { add } from '../filing/add.ts';
import { articleOf } from '../intake/take-in-feed.ts';
import type { ArticleBody } from './poll.ts';

/** Fetches an article where the feed carries only its summary, reads and files it. Filed once however often it is run. */
export async function fileArticle(
  context: Context,
  polite: PoliteFetcher,
  { body }: Job<ArticleBody>,
): Promise<Handled> {
  const { item, outlet, feed } = body;
  try {
    const input = await articleOf(item, outlet, polite);
    checkText(input.text);
    const by: Asker = { id: `feed:${feed}`, name: outlet ?? feed, role: 'analyst', withhold: false };
    const [filing] = await add(context, by, [input]);
    return { result: told(filing!) };
  } catch (error) {
    // What it is does not change by asking again.
    if (error instanceof IntakeError) throw Object.assign(new Error(error.message), { retry: false });
    throw error;
  }
}

function told(filing: Filing): string {
  switch (filing.outcome) {
    case 'filed':
      return `filed, ${filing.claims} claim${filing.claims === 1 ? '' : 's'}`;
    case 'known':
      return 'filed before';
    case 'unread':
      return `kept, not read: ${filing.why}`;
    case 'refused':
      throw Object.assign(new Error(filing.why), { retry: false });
  }
}
