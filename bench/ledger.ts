import { run as measurePure } from './ledger-fold.ts';

/** Claims of the made-up stream, unless `--claims N` says otherwise. */
const CLAIMS = 50_000;

/** Measures the pure ledger on a seeded stream and prints it. @example run(['--claims', '100000']) */
export async function run(options: readonly string[]): Promise<void> {
  const at = options.indexOf('--claims');
  const claims = at < 0 ? CLAIMS : Number(options[at + 1]);
  if (!Number.isInteger(claims) || claims < 1)
    throw new TypeError(`--claims "${options[at + 1]}": write a number of claims, such as 50000`);
  const { facts, fold, weigh, busiest, ...size } = measurePure({ claims });
  const say = (n: number): string => n.toLocaleString('en-GB').padStart(9);
  console.log(
    `${size.claims.toLocaleString('en-GB')} claims about ${size.places.toLocaleString('en-GB')} places`,
  );
  console.log(`${say(facts)} claims a second   origins and facts, from the texts on`);
  console.log(`${say(fold)} claims a second   the fold: control periods of all places`);
  console.log(`${say(weigh)} claims a second   periods, events, figures and discrepancies`);
  console.log(
    `${say(busiest.ms)} ms                all of the busiest place, with ${busiest.statements.toLocaleString('en-GB')} facts`,
  );
}
