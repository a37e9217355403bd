import type { Database } from '@market/database'
import { contracts, listings, offers, requests } from '@market/database/schema'
import type { PlanIndustry, TechnicalField } from '@market/domain/codes'
import type { TermSheet } from '@market/domain/licensing'
import type { ContractSubType, ContractType } from '@market/domain/regimes'
import { systemIds } from '../../index.ts'

export interface SignedContractFixture {
  sellerId: string
  buyerId: string
  /** Who signed and wrote everything before. */
  userId: string
  /** Null: not entrusted to anybody. */
  agencyId: string | null
  title?: string
  type?: ContractType
  subType?: ContractSubType
  terms?: Partial<TermSheet>
  contractAmountFen?: number
  technologyAmountFen?: number
  signedOn?: string
  endsOn?: string | null
  technicalField?: TechnicalField | null
  planIndustry?: PlanIndustry
  state?: 'ready' | 'signed' | 'in_force' | 'terminated'
}

const DEFAULTS = {
  title: '低温固化阻燃涂层材料专利实施许可',
  type: 'XK',
  subType: 'XK_PATENT',
  contractAmountFen: 30_000_000,
  technologyAmountFen: 24_000_000,
  signedOn: '2026-02-20',
  endsOn: '2031-02-19',
  technicalField: '05',
  planIndustry: 'new_materials',
  state: 'signed',
  terms: {},
} as const

type Filled = Required<SignedContractFixture>

const termsOf = ({ contractAmountFen, terms }: Filled): TermSheet => ({
  transferMode: 'ordinary_licence',
  exclusivity: 'non_exclusive',
  fieldOfUse: '建筑防火',
  territory: '450000',
  termMonths: 60,
  upfrontFen: contractAmountFen,
  royaltyRatePercent: null,
  totalFen: contractAmountFen,
  ...terms,
})

const insertListing = async (db: Database, fixture: Filled, at: Date): Promise<string> => {
  const id = systemIds.next()
  await db.insert(listings).values({
    id,
    organizationId: fixture.sellerId,
    state: 'published',
    kind: 'know_how',
    titleZh: fixture.title,
    technicalField: fixture.technicalField,
    planIndustry: fixture.planIndustry,
    regionCode: '450100',
    version: 1,
    createdBy: fixture.userId,
    createdAt: at,
    updatedAt: at,
    publishedAt: at,
  })
  return id
}

const insertRequest = async (db: Database, fixture: Filled, listingId: string, at: Date): Promise<string> => {
  const id = systemIds.next()
  await db.insert(requests).values({
    id,
    listingId,
    listingVersion: 1,
    requesterId: fixture.buyerId,
    ownerId: fixture.sellerId,
    state: 'contracted',
    transferMode: 'ordinary_licence',
    exclusivity: 'non_exclusive',
    fieldOfUse: '建筑防火',
    territory: '450000',
    message: '希望获得许可。',
    createdBy: fixture.userId,
    createdAt: at,
    updatedAt: at,
  })
  return id
}

const insertOffer = async (db: Database, fixture: Filled, requestId: string, at: Date): Promise<string> => {
  const id = systemIds.next()
  await db.insert(offers).values({
    id,
    requestId,
    version: 1,
    organizationId: fixture.sellerId,
    state: 'accepted',
    terms: termsOf(fixture),
    createdBy: fixture.userId,
    createdAt: at,
  })
  return id
}

/** A contract as both sides signed it, with the listing, request and offer it came from; returns its id. */
export const makeSignedContract = async (db: Database, fixture: SignedContractFixture): Promise<string> => {
  const filled: Filled = { ...DEFAULTS, ...fixture }
  const at = new Date(`${filled.signedOn}T01:00:00Z`)
  const listingId = await insertListing(db, filled, at)
  const requestId = await insertRequest(db, filled, listingId, at)
  const offerId = await insertOffer(db, filled, requestId, at)
  const id = systemIds.next()
  const { state, title, type, subType, contractAmountFen, technologyAmountFen, signedOn, endsOn } = filled
  const { sellerId, buyerId, agencyId } = filled
  await db.insert(contracts).values({
    id,
    requestId,
    offerId,
    listingId,
    sellerId,
    buyerId,
    agencyId,
    state,
    title,
    type,
    subType,
    terms: termsOf(filled),
    contractAmountFen,
    technologyAmountFen,
    signedOn,
    effectiveOn: signedOn,
    endsOn,
    createdAt: at,
    updatedAt: at,
    signedAt: at,
  })
  return id
}
