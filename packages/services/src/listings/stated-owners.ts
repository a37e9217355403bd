import type { Transaction } from '@market/database'
import { organizations, rightOwners, rights } from '@market/database/schema'
import { and, eq, inArray, isNull } from 'drizzle-orm'
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

/** Keeps the owners beside the names a listing states; a record kept on its own has its own, with their shares. */
export const writeStatedOwners = async (tx: Transaction, right: RightContent): Promise<void> => {
  const [record] = await tx
    .select({ id: rights.id })
    .from(rights)
    .where(and(eq(rights.id, right.id), isNull(rights.keptSince)))
  if (!record) return
  await tx.delete(rightOwners).where(eq(rightOwners.rightId, right.id))
  const names = [...new Set(right.ownerNames)]
  if (names.length === 0) return
  const known = await organizationsNamed(tx, names)
  await tx.insert(rightOwners).values(
    names.map((name, position) => ({
      rightId: right.id,
      position,
      name,
      organizationId: known.get(name) ?? null,
    })),
  )
}
