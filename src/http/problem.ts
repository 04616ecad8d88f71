import { LedgerError } from '../model/index.ts';

/** The one shape of every error: RFC 9457, `application/problem+json`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is not right',
  401: 'A key is needed',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not possible here',
  413: 'Too large',
  415: 'Not JSON',
  421: 'Not for this host',
  422: 'Not possible',
  423: 'The ledger is held by another process',
  429: 'Too many requests',
  500: 'Something is broken here',
  503: 'Not available now',
};

const STATUS: Readonly<Record<LedgerError['code'], number>> = {
  'not-found': 404,
  invalid: 400,
  held: 423,
  newer: 503,
  missing: 503,
  forbidden: 403,
  unavailable: 503,
};

/** An error that a request runs into, to be thrown anywhere below the app. */
export class ProblemError extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.status = status;
    this.headers = headers;
  }
}

export const makeProblem = (status: number, detail: string): Problem => ({
  type: `urn:dateline:problem:${(TITLES[status] ?? 'error').toLowerCase().replace(/\W+/g, '-')}`,
  title: TITLES[status] ?? 'Error',
  status,
  detail,
});

/** The problem that an error is told as. What is not a person's doing is not told in detail: it goes to the log. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return makeProblem(error.status, error.message);
  if (error instanceof LedgerError) return makeProblem(STATUS[error.code], error.message);
  if (error instanceof TypeError && /^invalid /.test(error.message)) return makeProblem(400, error.message);
  return makeProblem(500, 'the server failed on this request; its log says more');
}

export const problemResponse = (problem: Problem, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
  });
