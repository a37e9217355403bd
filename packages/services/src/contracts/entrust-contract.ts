import type { Transaction } from '@market/database'
import { organizations, registrations } from '@market/database/schema'
import { type CalendarDate, refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import type { ContractState } from '@market/domain/contracts'
import { regimeFor } from '@market/domain/regimes'
import { applicantSideOf, countryOfRegion } from '@market/domain/registration'
import { and, eq, inArray, ne } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { type ContractWork, changeContract } from './change-contract.ts'
import type { ContractRow } from './contract-records.ts'

export interface EntrustContractInput {
  id: string
  agencyId: string
}

export const ENTRUSTABLE_STATES: readonly ContractState[] = [
  'draft',
  'ready',
  'signed',
  'in_force',
  'performed',
]

interface Regions {
  seller: { regionCode: string }
  buyer: { regionCode: string }
}

/** The side that applies for registration today: the seller, or the domestic buyer of what comes from outside. */
export const applicantOf = ({ seller, buyer }: Regions, today: CalendarDate): 'seller' | 'buyer' =>
  applicantSideOf(regimeFor(today), {
    sellerCountry: countryOfRegion(seller.regionCode),
    buyerCountry: countryOfRegion(buyer.regionCode),
  })

const requireApplicant = async ({ unit, actor, contract }: ContractWork): Promise<void> => {
  const { sellerId, buyerId } = contract
  const rows = await unit.tx
    .select({ id: organizations.id, regionCode: organizations.regionCode })
    .from(organizations)
    .where(inArray(organizations.id, [sellerId, buyerId]))
  const [seller, buyer] = [sellerId, buyerId].map((id) => rows.find((row) => row.id === id))
  if (!seller || !buyer) throw new Error('A contract without its parties cannot exist.')
  const side = applicantOf({ seller, buyer }, shanghaiDateOf(unit.now))
  if (actor.organizationId === (side === 'seller' ? sellerId : buyerId)) return
  throw refuse('forbidden', 'policy.forbidden', { action: 'contract.entrust', applicant: side })
}

const requireAgency = async (tx: Transaction, id: string): Promise<void> => {
  const [agency] = await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(
      and(eq(organizations.id, id), eq(organizations.kind, 'agency'), eq(organizations.state, 'verified')),
    )
  if (agency) return
  throw refuseFields('request.invalid', [{ path: 'agencyId', code: 'contract.agency_not_verified' }])
}

const requireUnfiled = async (tx: Transaction, contractId: string): Promise<void> => {
  const [filed] = await tx
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.contractId, contractId), ne(registrations.state, 'refused')))
  if (filed) throw refuse('conflict', 'contract.already_filed')
}

/**
 * Whoever applies for registration lets a verified transfer agency see the contract and file it. Refuses with
 * `policy.forbidden` (the other side applies), `contract.wrong_state`, `contract.already_filed` and `request.invalid`.
 */
export const entrustContract = (
  context: ServiceContext,
  { id, agencyId }: EntrustContractInput,
): Promise<ContractRow> =>
  changeContract(context, id, 'contract.entrust', async (work) => {
    const { unit, contract } = work
    const { state } = contract
    await requireApplicant(work)
    if (!ENTRUSTABLE_STATES.includes(state)) {
      throw refuse('conflict', 'contract.wrong_state', { state, allowed: ENTRUSTABLE_STATES })
    }
    await requireAgency(unit.tx, agencyId)
    await requireUnfiled(unit.tx, id)
    return { changes: { agencyId }, event: 'contract.entrusted' }
  })
