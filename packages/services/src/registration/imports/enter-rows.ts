import type { UnitOfWork } from '@market/database'
import { organizations, registrations, registrationVersions } from '@market/database/schema'
import { regimeFor } from '@market/domain/regimes'
import { fingerprint, type PlacedRow, partyKeyOf } from '@market/domain/registration'
import { eq } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'
import { formOf } from '../form.ts'
import { bookAllRegistered } from '../ledger.ts'
import type { RegistrationRecord } from '../records.ts'
import { verificationCodeFrom } from '../verification-code.ts'
import type { ImportRecord } from './records.ts'

export interface Entering {
  record: ImportRecord
  /** Who committed the file. */
  userId: string
  agency: { id: string; nameZh: string; nameEn: string }
  parties: ReadonlyMap<string, string>
}

/** Named in the version of each row. */
export const readAgency = async (tx: UnitOfWork['tx'], agencyId: string): Promise<Entering['agency']> => {
  const { id, nameZh, nameEn } = organizations
  const [agency] = await tx.select({ id, nameZh, nameEn }).from(organizations).where(eq(id, agencyId))
  if (!agency) throw new Error(`Agency ${agencyId} is missing.`)
  return agency
}

const partyOf = (parties: Entering['parties'], party: PlacedRow['value']['seller']): string => {
  const id = parties.get(partyKeyOf(party))
  if (!id) throw new Error(`No organization stands for ${partyKeyOf(party)}.`)
  return id
}

const recordOf = (
  context: ServiceContext,
  { record, userId, parties }: Entering,
  { row, value }: PlacedRow,
  now: Date,
): typeof registrations.$inferInsert => {
  const { seller, buyer, ...facts } = value
  const sellerId = partyOf(parties, seller)
  const buyerId = partyOf(parties, buyer)
  return {
    ...facts,
    id: context.ids.next(),
    contractId: null,
    importId: record.id,
    importRow: row,
    agencyId: record.agencyId,
    sellerId,
    buyerId,
    sellerKind: seller.kind,
    sellerRegionCode: seller.regionCode,
    buyerKind: buyer.kind,
    buyerRegionCode: buyer.regionCode,
    state: 'registered',
    status: value.status,
    version: 1,
    regimeKey: regimeFor(value.signedOn).key,
    fingerprint: fingerprint({ ...facts, sellerId, buyerId }),
    filedBy: userId,
    filers: [userId],
    createdAt: now,
    updatedAt: now,
    verificationCode: verificationCodeFrom(context.secrets.next()),
  }
}

const versionOf = (
  after: RegistrationRecord,
  { value }: PlacedRow,
  { agency, userId }: Entering,
  now: Date,
) => {
  const { technicalField, planIndustry, ipKind, socioEconomicObjective, ...form } = formOf(after)
  const { regimeKey, sellerId, buyerId } = after
  const named = (id: string, { name }: { name: string }) => ({ id, nameZh: name, nameEn: name })
  const { technicalField: field, planIndustry: industry, ipKind: kind } = value
  return {
    registrationId: after.id,
    version: 1,
    entry: 'registered' as const,
    content: {
      ...form,
      technicalField: field,
      planIndustry: industry,
      ipKind: kind,
      socioEconomicObjective,
      regimeKey,
      seller: named(sellerId, value.seller),
      buyer: named(buyerId, value.buyer),
      agency,
    },
    recordedAt: now,
    recordedBy: userId,
  }
}

/** Enters rows into register, versions, ledger and trail: each exactly as if it had been registered here. */
export const enterRows = async (
  context: ServiceContext,
  { tx, now, audit }: UnitOfWork,
  entering: Entering,
  rows: readonly PlacedRow[],
): Promise<void> => {
  const values = rows.map((row) => recordOf(context, entering, row, now))
  const entered = await tx.insert(registrations).values(values).returning()
  const placed = new Map(rows.map((row) => [row.row, row]))
  const versions = entered.flatMap((after) => {
    const row = placed.get(after.importRow ?? 0)
    return row ? versionOf(after, row, entering, now) : []
  })
  await tx.insert(registrationVersions).values(versions)
  await bookAllRegistered(tx, entered, now)
  for (const { id, number, importId, importRow, agencyId } of entered) {
    const subject = { subjectType: 'registration', subjectId: id, organizationId: agencyId }
    audit({ ...subject, action: 'registration.import', after: { number, importId, importRow, version: 1 } })
  }
}
