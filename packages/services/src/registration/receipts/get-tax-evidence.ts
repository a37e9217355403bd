import { organizations, receipts, registrations } from '@market/database/schema'
import { refuse, sumFen } from '@market/domain'
import { authorize, relationsTo } from '@market/domain/policy'
import {
  countsForRelief,
  type EligibilityFlag,
  eligibilityFlags,
  type TaxRelief,
  taxRelief,
} from '@market/domain/registration'
import { and, between, eq, inArray } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../../index.ts'
import type { RegistrationRecord } from '../records.ts'
import { type ReceiptView, readReceipts } from './list-receipts.ts'

export interface TaxEvidenceInput {
  sellerId: string
  year: number
}

/** One verified receipt, and the seller's sum for the year up to it where it counts. */
export interface TaxEvidenceReceipt {
  registrationId: string
  receivedOn: string
  amountFen: number
  verifiedFen: number
  cumulativeFen: number | null
}

export interface TaxEvidenceContract {
  record: RegistrationRecord
  flags: EligibilityFlag[]
  counted: boolean
  verifiedFen: number
}

export interface TaxEvidence {
  seller: { id: string; nameZh: string; nameEn: string; creditCode: string; sample: boolean }
  year: number
  /** The instant it is of. */
  at: Date
  contracts: TaxEvidenceContract[]
  receipts: TaxEvidenceReceipt[]
  verifiedFen: number
  /** The annual sum relief is reckoned on. */
  countedFen: number
  relief: TaxRelief
}

const flagsOf = (record: RegistrationRecord): EligibilityFlag[] => {
  const { ipKind, status } = record
  if (ipKind === null || status === null) throw new Error(`Registration ${record.id} is not whole.`)
  return eligibilityFlags({ ...record, ipKind, status })
}

const verifiedOf = (views: readonly ReceiptView[]): TaxEvidenceReceipt[] =>
  views.flatMap(({ receipt, verification, correctedBy }) =>
    verification === null || correctedBy !== null
      ? []
      : {
          registrationId: receipt.registrationId,
          receivedOn: receipt.receivedOn,
          amountFen: receipt.amountFen,
          verifiedFen: verification.verifiedTechnologyFen,
          cumulativeFen: null,
        },
  )

const findSeller = async ({ db }: ServiceContext, sellerId: string) => {
  const { id, nameZh, nameEn, creditCode, sample } = organizations
  const [seller] = await db
    .select({ id, nameZh, nameEn, creditCode, sample })
    .from(organizations)
    .where(eq(id, sellerId))
  if (!seller) throw refuse('not-found', 'tax_evidence.not_found')
  return seller
}

const accumulate = (found: readonly TaxEvidenceReceipt[], counted: ReadonlySet<string>) => {
  let sum = 0
  return found.map((receipt) => {
    if (!counted.has(receipt.registrationId)) return receipt
    sum += receipt.verifiedFen
    return { ...receipt, cumulativeFen: sum }
  })
}

/**
 * What the tax office will want to see of a seller's year: contracts, verified income receipt by receipt, what speaks for
 * and against relief, and the annual sum. Information, never a decision. Refuses with `tax_evidence.not_found`.
 */
export const getTaxEvidence = async (
  context: ServiceContext,
  { sellerId, year }: TaxEvidenceInput,
): Promise<TaxEvidence> => {
  const actor = requireMember(context)
  authorize(actor, 'tax_evidence.read', relationsTo(actor, { sellerOrganizationId: sellerId }))
  const seller = await findSeller(context, sellerId)
  const inYear = between(receipts.receivedOn, `${year}-01-01`, `${year}-12-31`)
  const views = await readReceipts(context.db, and(eq(registrations.sellerId, sellerId), inYear))
  const found = verifiedOf(views)
  const ids = [...new Set(found.map(({ registrationId }) => registrationId))]
  const records = await context.db.select().from(registrations).where(inArray(registrations.id, ids))
  const contracts = records
    .map((record): TaxEvidenceContract => {
      const flags = flagsOf(record)
      const own = found.filter(({ registrationId }) => registrationId === record.id)
      return {
        record,
        flags,
        counted: countsForRelief(flags),
        verifiedFen: sumFen(own.map(({ verifiedFen }) => verifiedFen)),
      }
    })
    .toSorted((left, right) => (left.record.number ?? '').localeCompare(right.record.number ?? ''))
  const counted = contracts.filter((contract) => contract.counted)
  const countedFen = sumFen(counted.map(({ verifiedFen }) => verifiedFen))
  return {
    seller,
    year,
    at: context.clock.now(),
    contracts,
    receipts: accumulate(found, new Set(counted.map(({ record }) => record.id))),
    verifiedFen: sumFen(found.map(({ verifiedFen }) => verifiedFen)),
    countedFen,
    relief: taxRelief(countedFen),
  }
}
