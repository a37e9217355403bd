import { organizations, registrations, registrationVersions } from '@market/database/schema'
import type { CalendarDate } from '@market/domain'
import { authorize, may } from '@market/domain/policy'
import { EMPTY_SUPPLEMENT, type ImportRow, importHeader, writeImportRow } from '@market/domain/registration'
import { and, asc, eq, gt, gte, lte } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type MemberActor, requireMember, type ServiceContext } from '../../index.ts'

export interface ExportInput {
  /** First and last day of registration. */
  fromOn?: CalendarDate | undefined
  toOn?: CalendarDate | undefined
}

const PAGE = 1000
const sellers = alias(organizations, 'sellers')
const buyers = alias(organizations, 'buyers')

const readPage = (
  { db }: ServiceContext,
  agencyId: string | null,
  { fromOn, toOn }: ExportInput,
  after: string,
) =>
  db
    .select({
      record: registrations,
      content: registrationVersions.content,
      sellerCode: sellers.creditCode,
      buyerCode: buyers.creditCode,
    })
    .from(registrations)
    .innerJoin(
      registrationVersions,
      and(
        eq(registrationVersions.registrationId, registrations.id),
        eq(registrationVersions.version, registrations.version),
      ),
    )
    .innerJoin(sellers, eq(sellers.id, registrations.sellerId))
    .innerJoin(buyers, eq(buyers.id, registrations.buyerId))
    .where(
      and(
        gt(registrations.number, after),
        agencyId === null ? undefined : eq(registrations.agencyId, agencyId),
        fromOn === undefined ? undefined : gte(registrations.registeredOn, fromOn),
        toOn === undefined ? undefined : lte(registrations.registeredOn, toOn),
      ),
    )
    .orderBy(asc(registrations.number))
    .limit(PAGE)

type ExportedRecord = Awaited<ReturnType<typeof readPage>>[number]

const rowOf = ({ record, content, sellerCode, buyerCode }: ExportedRecord): ImportRow => {
  const { number, registeredOn, status } = record
  if (number === null || registeredOn === null || status === null) {
    throw new Error(`Registration ${record.id} has no number.`)
  }
  const seller = { name: content.seller.nameZh, creditCode: sellerCode }
  const buyer = { name: content.buyer.nameZh, creditCode: buyerCode }
  return {
    ...EMPTY_SUPPLEMENT,
    ...content,
    number,
    registeredOn,
    status,
    seller: { ...seller, kind: content.sellerKind, regionCode: content.sellerRegionCode },
    buyer: { ...buyer, kind: content.buyerKind, regionCode: content.buyerRegionCode },
  }
}

async function* rowsOf(context: ServiceContext, agencyId: string | null, input: ExportInput) {
  yield importHeader()
  let after = ''
  for (;;) {
    const page = await readPage(context, agencyId, input, after)
    for (const one of page) yield writeImportRow(rowOf(one))
    const last = page.at(-1)?.record.number
    if (page.length < PAGE || !last) return
    after = last
  }
}

const scopeOf = (actor: MemberActor): string | null =>
  may(actor, 'import.read', []) ? null : actor.organizationId

/**
 * What the actor's agency registered or imported (everything, for operator and authority), head first, in the columns of
 * the import and in the order of the numbers; read page by page as it is written.
 */
export const exportRegistrations = (context: ServiceContext, input: ExportInput): AsyncIterable<string[]> => {
  const actor = requireMember(context)
  authorize(actor, 'registration.export')
  return rowsOf(context, scopeOf(actor), input)
}
