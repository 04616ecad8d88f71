import { problemOf } from '../api/client.ts';
import { strings } from '../strings.ts';

/** Hands a file to the browser to keep. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Posts JSON and keeps the file that comes back, under the name that the server gives it. Throws an Error with a sentence for people. */
export async function saveFile(path: string, body: unknown, otherwise: string): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (response == null) throw new Error(strings.noAnswer);
  if (!response.ok) throw new Error(await problemOf(response));
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  saveBlob(await response.blob(), name ?? otherwise);
}
