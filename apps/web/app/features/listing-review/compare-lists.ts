export interface ListChanges<Item> {
  added: Item[]
  removed: Item[]
  changed: Item[]
}

/** What came, went and changed between two lists of records with ids. */
export function compareLists<Item extends { id: string }>(
  now: readonly Item[],
  before: readonly Item[],
): ListChanges<Item> {
  const old = new Map(before.map((item) => [item.id, item]))
  const ids = new Set(now.map(({ id }) => id))
  const same = (left: Item, right: Item | undefined) => JSON.stringify(left) === JSON.stringify(right)
  return {
    added: now.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !ids.has(id)),
    changed: now.filter((item) => old.has(item.id) && !same(item, old.get(item.id))),
  }
}
