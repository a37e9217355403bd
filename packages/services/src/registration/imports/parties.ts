import type { Transaction } from '@market/database'
import { organizations } from '@market/database/schema'
import type { IdSource, OrganizationKind } from '@market/domain'
import type { PartyKind } from '@market/domain/codes'
import { type ImportParty, type PlacedRow, partyKeyOf } from '@market/domain/registration'
import { and, eq, inArray, ne, or } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'

type Reader = Transaction | ServiceContext['db']

const CHUNK = 1000

const distinctParties = (rows: readonly PlacedRow[]): Map<string, ImportParty> =>
  new Map(rows.flatMap(({ value }) => [value.seller, value.buyer]).map((party) => [partyKeyOf(party), party]))

/** In pieces that one statement can take. */
export const inChunks = <T>(items: readonly T[], size = CHUNK): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )

const keyOf = ({ creditCode, nameZh }: { creditCode: string; nameZh: string }): string =>
  partyKeyOf({ creditCode, name: nameZh, kind: '400', regionCode: '' })

/** Ids of the parties known here, members before those merely recorded, by what makes a party the same. */
export const findParties = async (db: Reader, rows: readonly PlacedRow[]): Promise<Map<string, string>> => {
  const found = new Map<string, string>()
  for (const parties of inChunks([...distinctParties(rows).values()])) {
    const codes = parties.map(({ creditCode }) => creditCode).filter((code) => code !== '')
    const names = parties.filter(({ creditCode }) => creditCode === '').map(({ name }) => name)
    const { id, creditCode, nameZh, state } = organizations
    const known = await db
      .select({ id, creditCode, nameZh, state })
      .from(organizations)
      .where(
        and(
          ne(state, 'rejected'),
          or(
            inArray(creditCode, codes),
            and(eq(state, 'recorded'), eq(creditCode, ''), inArray(nameZh, names)),
          ),
        ),
      )
    const recordedFirst = known.toSorted((left, right) => rank(left.state) - rank(right.state))
    for (const organization of recordedFirst) found.set(keyOf(organization), organization.id)
  }
  return found
}

/** Later ones take the place of earlier ones. */
const rank = (state: string): number => (state === 'recorded' ? 0 : 1)

const organizationKindOf = (kind: PartyKind): OrganizationKind => {
  if (kind.startsWith('022')) return 'university'
  return kind.startsWith('021') ? 'institute' : 'company'
}

/** Ids of all parties; who is not a member here is recorded as named in the register. */
export const recordParties = async (
  tx: Transaction,
  ids: IdSource,
  rows: readonly PlacedRow[],
  now: Date,
): Promise<Map<string, string>> => {
  const known = await findParties(tx, rows)
  const missing = [...distinctParties(rows)].filter(([key]) => !known.has(key))
  for (const parties of inChunks(missing)) {
    const values = parties.map(([, { name, creditCode, kind, regionCode }]) => ({
      id: ids.next(),
      kind: organizationKindOf(kind),
      state: 'recorded' as const,
      nameZh: name,
      nameEn: name,
      creditCode,
      regionCode,
      createdAt: now,
      updatedAt: now,
    }))
    await tx.insert(organizations).values(values).onConflictDoNothing()
  }
  return missing.length === 0 ? known : findParties(tx, rows)
}
