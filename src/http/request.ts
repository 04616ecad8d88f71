import type { z } from 'zod';
import { ProblemError } from './problem.ts';

/** Most bytes of a request's body: a batch of reports. */
const BODY_LIMIT = 32_000_000;

/** Query or path parameters by their shape; a parameter that the route does not have is a mistake, and said to be. */
export function readQuery<Shape extends z.ZodObject>(
  shape: Shape,
  given: Record<string, string>,
): z.output<Shape> {
  for (const name of Object.keys(given))
    if (!(name in shape.shape))
      throw new ProblemError(
        400,
        `"${name}" is no parameter of this address: it takes ${Object.keys(shape.shape).join(', ')}`,
      );
  return checked(shape, given);
}

/** A JSON body by its shape. */
export async function readBody<Shape extends z.ZodType>(
  shape: Shape,
  request: Request,
): Promise<z.output<Shape>> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    throw new ProblemError(415, 'send JSON, with "content-type: application/json"');
  let value: unknown;
  const text = await readText(request);
  try {
    value = JSON.parse(text);
  } catch {
    throw new ProblemError(400, `the body is not JSON: ${text.slice(0, 60)}`);
  }
  return checked(shape, value);
}

async function readText(request: Request): Promise<string> {
  const tooLarge = new ProblemError(
    413,
    `the body has more than ${BODY_LIMIT / 1e6} MB: send fewer reports at once`,
  );
  if (Number(request.headers.get('content-length') ?? 0) > BODY_LIMIT) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function checked<Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const issue = deepest(result.error.issues[0]!);
  const where = issue.path.map(String).join('.');
  const [, expected, received] = DEFAULT.exec(issue.message) ?? [];
  if (received === 'undefined') throw new ProblemError(400, `"${where || 'a body'}" is needed (${expected})`);
  const words = expected == null ? issue.message : `it must be of the kind ${expected}, not ${received}`;
  throw new ProblemError(400, where === '' ? words : `${where}: ${words}`);
}

/** What zod says by itself of a value of the wrong kind. */
const DEFAULT = /^Invalid input: expected (\w+), received (\w+)$/;

/** Of a union that nothing matched, the branch that came furthest says what is wrong. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const branches = issue.errors.flatMap(branch => branch.slice(0, 1)).map(deepest);
  const best = branches.reduce<z.core.$ZodIssue | undefined>(
    (a, b) =>
      a == null || b.path.length > a.path.length || (b.path.length === a.path.length && isAbsent(a)) ? b : a,
    undefined,
  );
  return best ? { ...best, path: [...issue.path, ...best.path] } : issue;
}

const isAbsent = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'invalid_type' && issue.input === undefined;
