import { listingRights, rights } from '@market/database/schema'
import { addDays, type CalendarDate, shanghaiDateOf } from '@market/domain'
import { PATENT_RIGHT_KINDS, type RightLegalStatus } from '@market/domain/codes'
import { parsePatentNumber } from '@market/domain/identifiers'
import { authorize } from '@market/domain/policy'
import { FEE_GRACE_MONTHS } from '@market/domain/regimes'
import { and, count, desc, eq, gte, ilike, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import {
  containing,
  decodeInstantCursor,
  type Page,
  pageOf,
  requireMember,
  type ServiceContext,
} from '../index.ts'
import { type RightDossier, readDossiers } from './dossiers.ts'

export interface ListRightsInput {
  /** A number in any form, or words of the title. */
  q?: string | undefined
  status?: RightLegalStatus | 'expired' | undefined
  /** Only those whose fee falls due within sixty days or is late. */
  feeDue?: boolean | undefined
  /** Only these. */
  id?: string[] | undefined
  cursor?: string | undefined
  limit: number
}

export interface ListedRight extends RightDossier {
  listingCount: number
}

const FEE_DAYS = 60

/** A whole number finds its right in every form; part of one, and words, are looked for inside. */
const matching = (q: string): SQL | undefined => {
  const typed = q.normalize('NFKC').trim()
  const number = parsePatentNumber(typed)
  if (number.ok) return eq(rights.number, number.value)
  const bare = typed.replace(/^zl|^cn/i, '').replace(/[\s.]/g, '')
  const digits = sql`replace(${rights.number}, '.', '') ilike ${containing(bare)}`
  return or(
    ilike(rights.title, containing(typed)),
    bare === '' ? undefined : digits,
    ilike(rights.publicationNumber, containing(typed.replace(/\s/g, ''))),
  )
}

const standing = (status: ListRightsInput['status'], today: CalendarDate): SQL | undefined => {
  if (status === undefined) return undefined
  if (status === 'expired') return and(eq(rights.legalStatus, 'in_force'), lt(rights.expiresOn, today))
  if (status !== 'in_force') return eq(rights.legalStatus, status)
  return and(
    eq(rights.legalStatus, 'in_force'),
    or(sql`${rights.expiresOn} is null`, gte(rights.expiresOn, today)),
  )
}

/** The recorded due date, or the next anniversary of the filing where no payment is recorded. */
const feeNear = (today: CalendarDate): SQL => sql`${rights.legalStatus} = 'in_force'
  and ${inArray(rights.kind, PATENT_RIGHT_KINDS)} and ${rights.grantedOn} is not null
  and (${rights.expiresOn} is null or ${rights.expiresOn} >= ${today}::date)
  and coalesce(${rights.feeDueOn}, (${rights.filedOn} + make_interval(years =>
        greatest(1, extract(year from age(${today}::date - 1, ${rights.filedOn}))::int + 1)))::date)
      between (${today}::date - make_interval(months => ${FEE_GRACE_MONTHS.longest}))::date and ${addDays(today, FEE_DAYS)}::date`

/** The acting organization's rights, the latest recorded first. */
export const listRights = async (
  context: ServiceContext,
  input: ListRightsInput,
): Promise<Page<ListedRight>> => {
  const actor = requireMember(context)
  authorize(actor, 'right.list')
  const { db, clock } = context
  const today = shanghaiDateOf(clock.now())
  const after = input.cursor === undefined ? null : decodeInstantCursor(input.cursor)
  const rows = await db
    .select({ id: rights.id, createdAt: rights.createdAt })
    .from(rights)
    .where(
      and(
        eq(rights.organizationId, actor.organizationId),
        input.q ? matching(input.q) : undefined,
        standing(input.status, today),
        input.feeDue ? feeNear(today) : undefined,
        input.id ? inArray(rights.id, input.id) : undefined,
        after === null
          ? undefined
          : or(lt(rights.createdAt, after.at), and(eq(rights.createdAt, after.at), lt(rights.id, after.id))),
      ),
    )
    .orderBy(desc(rights.createdAt), desc(rights.id))
    .limit(input.limit + 1)
  const page = pageOf(rows, input.limit, ({ createdAt, id }) => [createdAt.toISOString(), id])
  const ids = page.items.map(({ id }) => id)
  const counts = ids.length
    ? await db
        .select({ rightId: listingRights.rightId, listings: count() })
        .from(listingRights)
        .where(inArray(listingRights.rightId, ids))
        .groupBy(listingRights.rightId)
    : []
  const countOf = new Map(counts.map(({ rightId, listings }) => [rightId, listings]))
  const dossiers = await readDossiers(db, ids, today)
  const items = dossiers.map((dossier) => ({ ...dossier, listingCount: countOf.get(dossier.right.id) ?? 0 }))
  return { items, nextCursor: page.nextCursor }
}
