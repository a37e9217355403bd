import type { Transaction } from '@market/database'
import { organizations, rightOwners, rights } from '@market/database/schema'
import { and, inArray, isNull } from 'drizzle-orm'
import type { RightContent } from './content.ts'

/** The organizations of the market that go by these names, where a name is one organization's alone. */
export const organizationsNamed = async (
  tx: Transaction,
  names: readonly string[],
): Promise<Map<string, string>> => {
  if (names.length === 0) return new Map()
  const rows = await tx
    .select({ id: organizations.id, name: organizations.nameZh })
    .from(organizations)
    .where(inArray(organizations.nameZh, [...names]))
  const alone = rows.filter(({ name }) => rows.filter((other) => other.name === name).length === 1)
  return new Map(alone.map(({ id, name }) => [name, id]))
}

/** Keeps the owners beside the names listings state; a record kept on its own has its own, with their shares. */
export const writeStatedOwners = async (tx: Transaction, stated: readonly RightContent[]): Promise<void> => {
  const ids = stated.map(({ id }) => id)
  if (ids.length === 0) return
  const records = await tx
    .select({ id: rights.id })
    .from(rights)
    .where(and(inArray(rights.id, ids), isNull(rights.keptSince)))
  const open = new Set(records.map(({ id }) => id))
  if (open.size === 0) return
  await tx.delete(rightOwners).where(inArray(rightOwners.rightId, [...open]))
  const owners = stated
    .filter(({ id }) => open.has(id))
    .flatMap(({ id, ownerNames }) =>
      [...new Set(ownerNames)].map((name, position) => ({ rightId: id, position, name })),
    )
  if (owners.length === 0) return
  const known = await organizationsNamed(tx, [...new Set(owners.map(({ name }) => name))])
  await tx
    .insert(rightOwners)
    .values(owners.map((owner) => ({ ...owner, organizationId: known.get(owner.name) ?? null })))
}
