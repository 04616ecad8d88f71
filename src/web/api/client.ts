import { useEffect, useSyncExternalStore } from 'react';
import { strings } from '../strings.ts';

/** What came of a request: waiting, here, or failed with one sentence. While it is asked again, the old answer stays. */
export type Answer<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'here'; readonly data: T }
  | { readonly state: 'failed'; readonly message: string; readonly status: number };

const WAITING = { state: 'waiting' } as const;
const answers = new Map<string, Answer<unknown>>();
const asked = new Map<string, Promise<void>>();
const listeners = new Set<() => void>();

function put(path: string, answer: Answer<unknown>): void {
  answers.set(path, answer);
  for (const listener of listeners) listener();
}

/** The sentence of a problem+json body, or one of ours. */
export async function problemOf(response: Response): Promise<string> {
  const body = (await response.json().catch(() => null)) as { detail?: string; title?: string } | null;
  return body?.detail ?? body?.title ?? strings.answered(response.status);
}

/** Whether the server answers, and knows who asks. */
export type Connection = 'here' | 'gone' | 'signed-out';
let connection: Connection = 'here';
/** How many questions have been asked, and which of them the connection was learned from: what was asked before it says nothing of it. */
let questions = 0,
  learnedFrom = 0;

export const useConnection = (): Connection => useSyncExternalStore(onAnswer, () => connection);

/** Takes note of how a question went; `null`: no answer came. Gives the sentence for what went wrong with the connection, if it did. */
function note(question: number, response: Response | null): string | null {
  const told = response == null ? 'gone' : response.status === 401 ? 'signed-out' : 'here';
  if (question >= learnedFrom) {
    const before = connection;
    connection = told;
    learnedFrom = question;
    if (connection !== before) for (const listener of listeners) listener();
  }
  return told === 'here' ? null : told === 'gone' ? strings.noAnswer : strings.signedOut;
}

/** Asks whether the server is there again, and then for all that failed. */
export async function reconnect(): Promise<void> {
  const question = ++questions;
  const response = await fetch('/api/extent', { headers: { accept: 'application/json' } }).catch(() => null);
  note(question, response);
  if (connection === 'here')
    for (const [path, answer] of answers) if (answer.state === 'failed') refresh(path);
}

async function ask(path: string): Promise<void> {
  const question = ++questions;
  try {
    const response = await fetch(path, { headers: { accept: 'application/json' } });
    const lost = note(question, response);
    if (response.ok) put(path, { state: 'here', data: await response.json() });
    else
      put(path, { state: 'failed', message: lost ?? (await problemOf(response)), status: response.status });
  } catch {
    note(question, null);
    put(path, { state: 'failed', message: strings.noAnswer, status: 0 });
  }
}

/** Asks for a path once; later calls get the same answer. */
export function load(path: string): Promise<void> {
  let request = asked.get(path);
  if (request == null) {
    request = ask(path);
    asked.set(path, request);
  }
  return request;
}

export const answerOf = <T>(path: string): Answer<T> => (answers.get(path) ?? WAITING) as Answer<T>;

export function onAnswer(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How many parts of the page show each path at present. */
const shown = new Map<string, number>();

/** Counts a path as shown until the function that comes back is called. */
export function show(path: string): () => void {
  shown.set(path, (shown.get(path) ?? 0) + 1);
  return () => shown.set(path, (shown.get(path) ?? 1) - 1);
}

/** Asks again for what is on the page, and forgets the rest: after filing or ruling, or on the reader's wish. */
export function refresh(only?: string): void {
  const paths = [...asked.keys()].filter(p => only == null || p === only);
  for (const path of paths) {
    asked.delete(path);
    if (only != null || answers.get(path)?.state === 'failed' || !shown.get(path)) answers.delete(path);
    if (shown.get(path)) void load(path);
  }
}

/** The answer for a path, asked for when first needed; null asks for nothing. */
export function useAnswer<T>(path: string | null): Answer<T> {
  const answer = useSyncExternalStore(onAnswer, () => (path == null ? WAITING : answerOf<T>(path)));
  useEffect(() => {
    if (path == null) return;
    const leave = show(path);
    void load(path);
    return leave;
  }, [path]);
  return answer as Answer<T>;
}

/** Posts JSON and gives the body of the answer. Throws an Error whose message is a sentence for people. */
export const post = <T>(path: string, body: unknown): Promise<T> => send<T>('POST', path, body);

/** Removes what a path names; as `post` for the rest. */
export const remove = <T>(path: string): Promise<T> => send<T>('DELETE', path);

async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const question = ++questions;
  const response = await fetch(path, {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => null);
  const lost = note(question, response);
  if (response == null || lost != null) throw new Error(lost ?? strings.noAnswer);
  if (!response.ok) throw new Error(await problemOf(response));
  return (await response.json()) as T;
}
