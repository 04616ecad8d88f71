/** Things by a key, in the order in which they came. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) put(groups, keyOf(item), item);
  return groups;
}

/** Adds to the list under a key. */
export function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list == null) map.set(key, [value]);
  else list.push(value);
}
