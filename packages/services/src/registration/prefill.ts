import type { Transaction } from '@market/database'
import {
  contracts,
  listingRights,
  listings,
  needAnswers,
  needs,
  organizations,
  requests,
  rights,
} from '@market/database/schema'
import { DEFAULT_PARTY_KINDS, type PaymentMethod } from '@market/domain/codes'
import type { TermSheet } from '@market/domain/licensing'
import { countryOfRegion, EMPTY_SUPPLEMENT, suggestIpKind, suggestParty } from '@market/domain/registration'
import { asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { RegistrationForm } from './form.ts'

type ContractRow = typeof contracts.$inferSelect
type SignedContract = ContractRow & { signedOn: string; effectiveOn: string }

/** A signed contract states its dates (the database sees to it); this tells the compiler. */
export const isDated = (contract: ContractRow): contract is SignedContract =>
  contract.signedOn !== null && contract.effectiveOn !== null

/** As art. 846 of the Civil Code names them; deferred fees in one amount are a lump sum paid later. */
const paymentMethodOf = (terms: TermSheet): PaymentMethod => {
  const { royaltyRatePercent, upfrontFen, totalFen, useFirst } = terms
  if (royaltyRatePercent !== null) return upfrontFen > 0 ? 'entry_fee_and_royalty' : 'royalty'
  return upfrontFen >= totalFen || useFirst?.parts === 1 ? 'lump_sum' : 'instalments'
}

const sellers = alias(organizations, 'sellers')
const buyers = alias(organizations, 'buyers')

const rightKindsOf = async (tx: Transaction, listingId: string | null) => {
  if (listingId === null) return []
  const held = await tx
    .select({ kind: rights.kind })
    .from(listingRights)
    .innerJoin(rights, eq(rights.id, listingRights.rightId))
    .where(eq(listingRights.listingId, listingId))
    .orderBy(asc(listingRights.position))
  return held.map(({ kind }) => kind)
}

const findDeal = async (tx: Transaction, { id, listingId }: ContractRow) => {
  const [deal] = await tx
    .select({ listing: listings, need: needs.published, seller: sellers, buyer: buyers })
    .from(contracts)
    .innerJoin(requests, eq(requests.id, contracts.requestId))
    .leftJoin(listings, eq(listings.id, contracts.listingId))
    .leftJoin(needAnswers, eq(needAnswers.id, requests.needAnswerId))
    .leftJoin(needs, eq(needs.id, needAnswers.needId))
    .innerJoin(sellers, eq(sellers.id, contracts.sellerId))
    .innerJoin(buyers, eq(buyers.id, contracts.buyerId))
    .where(eq(contracts.id, id))
  if (!deal) throw new Error('A contract without parties cannot exist.')
  const { listing, need, seller, buyer } = deal
  const classes = listing ?? need
  if (!classes) throw new Error('A contract stands on a listing or a need.')
  const { technicalField, planIndustry, industryClass } = classes
  return {
    seller,
    buyer,
    /** What listing or, without one, need says the technology is for. */
    subject: { kind: listing?.kind ?? null, technicalField, planIndustry, industryClass },
    rightKinds: await rightKindsOf(tx, listingId),
  }
}

type Deal = Awaited<ReturnType<typeof findDeal>>

/** Country, industry and profile of the parties, and the industry the technology is for. */
const suggestSupplement = ({ subject, seller, buyer }: Deal) => {
  const [selling, buying] = [suggestParty(seller.kind), suggestParty(buyer.kind)]
  return {
    ...EMPTY_SUPPLEMENT,
    sellerCountry: countryOfRegion(seller.regionCode),
    buyerCountry: countryOfRegion(buyer.regionCode),
    industryClass: subject.industryClass,
    sellerIndustryClass: selling.industryClass,
    buyerIndustryClass: buying.industryClass,
    sellerProfile: selling.profile,
    buyerProfile: buying.profile,
  }
}

/** The form as contract, parties and listing or need already tell it, so that nothing is typed twice. */
export const prefilledForm = async (tx: Transaction, contract: SignedContract): Promise<RegistrationForm> => {
  const deal = await findDeal(tx, contract)
  const { subject, seller, buyer, rightKinds } = deal
  const { title, type, subType, contractAmountFen, technologyAmountFen, signedOn, effectiveOn, endsOn } =
    contract
  return {
    title,
    type,
    subType,
    contractAmountFen,
    technologyAmountFen,
    signedOn,
    effectiveOn,
    endsOn,
    sellerKind: DEFAULT_PARTY_KINDS[seller.kind],
    sellerRegionCode: seller.regionCode,
    buyerKind: DEFAULT_PARTY_KINDS[buyer.kind],
    buyerRegionCode: buyer.regionCode,
    technicalField: subject.technicalField,
    planIndustry: subject.planIndustry,
    ipKind: suggestIpKind(subject.kind, rightKinds),
    planSource: 'none',
    socioEconomicObjective: null,
    paymentMethod: paymentMethodOf(contract.terms),
    relatedParties: false,
    ...suggestSupplement(deal),
  }
}
