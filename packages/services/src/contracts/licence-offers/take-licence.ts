import type { PagePrinter } from '@market/adapters/documents'
import { inUnitOfWork, refusingOn, type UnitOfWork } from '@market/database'
import {
  contractConsents,
  contractSignatures,
  contracts,
  licenceOffers,
  licenceOrders,
  offers,
  requests,
  users,
} from '@market/database/schema'
import { addDays, refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { labelOf } from '@market/domain/codes'
import { suggestContractType, suggestEnd } from '@market/domain/contracts'
import {
  exclusivityOf,
  isEligible,
  type LicenceTier,
  modeOfOffer,
  ORDER_LAPSES_AFTER_DAYS,
  type TierTerms,
  termsOfOrder,
} from '@market/domain/licensing'
import { authorize, relationsTo } from '@market/domain/policy'
import { CONTRACT_SUB_TYPES } from '@market/domain/regimes'
import { eq } from 'drizzle-orm'
import { type FileRecord, type FileTools, storeFile } from '../../files/index.ts'
import { type MemberActor, requireMember, type ServiceContext } from '../../index.ts'
import { holdListing } from '../../listings/index.ts'
import { type ContractRow, contractEvent, rightsOf } from '../contract-records.ts'
import { grantLicences, grantRefusals } from '../grant-licences.ts'
import { requireUnburdened } from '../right-burdens.ts'
import { readClauseFacts } from '../text/read-clause-facts.ts'
import { licenceDocument } from './licence-document.ts'
import {
  barsOf,
  findOffered,
  type LicenceOfferRow,
  type LicenceOrderRow,
  type Reader,
  requireOnOffer,
} from './offer-records.ts'

export interface TakeLicenceInput {
  offerId: string
  tier: LicenceTier
  withKnowHow: boolean
  /** That the organization is what the tier is for. */
  stated: boolean
}

export interface LicenceTools extends FileTools {
  printPages: PagePrinter
}

export interface TakenLicence {
  order: LicenceOrderRow
  contract: ContractRow
}

type Offered = Awaited<ReturnType<typeof findOffered>>

const taken = () => refuse('conflict', 'licence_offer.already_taken')

const findOffer = async (db: Reader, id: string, lock = false): Promise<LicenceOfferRow> => {
  const query = db.select().from(licenceOffers).where(eq(licenceOffers.id, id))
  const [offer] = lock ? await query.for('share') : await query
  if (!offer) throw refuse('not-found', 'licence_offer.not_found')
  return offer
}

const requireTakeable = async (
  db: Reader,
  actor: MemberActor,
  offer: LicenceOfferRow,
  { tier, stated, withKnowHow }: TakeLicenceInput,
  now: Date,
): Promise<{ offered: Offered; terms: TierTerms }> => {
  const standing = { organizationId: offer.ownerId, public: offer.state === 'published' }
  authorize(actor, 'licence_offer.take', relationsTo(actor, standing))
  if (offer.state !== 'published') throw refuse('conflict', 'licence_offer.withdrawn')
  const offered = await findOffered(db, offer.listingId)
  requireOnOffer(offered)
  const terms = offer.tiers.find((one) => one.tier === tier)
  const problems = []
  if (!terms) problems.push({ path: 'tier', code: 'field.invalid_value' })
  else if (!isEligible(tier, actor.organizationKind)) {
    problems.push({ path: 'tier', code: 'licence_offer.not_eligible' })
  } else if (tier === 'small_firm' && !stated) {
    problems.push({ path: 'stated', code: 'confirmation.required' })
  }
  if (withKnowHow && offer.knowHow === null) {
    problems.push({ path: 'withKnowHow', code: 'licence_offer.no_know_how' })
  }
  problems.push(...(await barsOf(db, offer, shanghaiDateOf(now))))
  if (!terms || problems.length > 0) throw refuseFields('request.invalid', problems)
  return { offered, terms }
}

/** The contract as it will be signed today. */
const writeContract = async (
  context: ServiceContext,
  actor: MemberActor,
  offer: LicenceOfferRow,
  { offered: { listing }, terms }: { offered: Offered; terms: TierTerms },
  withKnowHow: boolean,
): Promise<ContractRow> => {
  const now = context.clock.now()
  const today = shanghaiDateOf(now)
  const sheet = termsOfOrder(offer, terms, withKnowHow ? offer.knowHow : null)
  const { type, subType } = suggestContractType(sheet.transferMode, listing.kind, today)
  const rights = await rightsOf(context.db, listing.id)
  const endsOn = suggestEnd(sheet.transferMode, today, terms.termMonths, rights)
  return {
    id: context.ids.next(),
    requestId: context.ids.next(),
    offerId: context.ids.next(),
    listingId: listing.id,
    sellerId: offer.ownerId,
    buyerId: actor.organizationId,
    state: 'ready',
    title: `${listing.titleZh}${labelOf(CONTRACT_SUB_TYPES, subType, 'zh-CN')}合同`,
    type,
    subType,
    terms: sheet,
    contractAmountFen: sheet.totalFen,
    technologyAmountFen: sheet.totalFen,
    signedOn: today,
    effectiveOn: today,
    endsOn,
    agencyId: null,
    revision: 1,
    signingOrder: 'seller_first',
    createdAt: now,
    updatedAt: now,
    signedAt: null,
    endedOn: null,
  }
}

const print = async (
  context: ServiceContext,
  tools: LicenceTools,
  { actor, offer, offered, contract, withKnowHow }: Prepared,
): Promise<FileRecord> => {
  const [signatory] = await context.db
    .select({ name: users.name })
    .from(users)
    .where(eq(users.id, actor.userId))
  const { titleZh, titleEn } = offered.listing
  const facts = {
    ...(await readClauseFacts(context.db, contract)),
    subject: { zh: titleZh, en: titleEn || titleZh },
  }
  const { bytes } = await tools.printPages(
    licenceDocument({
      contractId: contract.id,
      facts,
      offer,
      knowHow: withKnowHow ? offer.knowHow : null,
      signatory: signatory?.name ?? '',
      at: contract.createdAt,
      sample: offered.owner.sample,
    }),
  )
  async function* content() {
    yield bytes
  }
  return storeFile(context, tools, {
    name: `${contract.title}.pdf`,
    purpose: 'contract_text',
    content: content(),
  })
}

interface Prepared {
  actor: MemberActor
  offer: LicenceOfferRow
  offered: Offered
  contract: ContractRow
  withKnowHow: boolean
}

/** The request and its accepted offer stand behind every contract; here both were made beforehand, by publishing. */
const insertDeal = async (
  { tx, now }: UnitOfWork,
  { actor, offer, offered, contract }: Prepared,
): Promise<void> => {
  const { terms, requestId } = contract
  const transferMode = modeOfOffer(offer.kind)
  await tx.insert(requests).values({
    id: requestId,
    listingId: offer.listingId,
    listingVersion: offered.listing.version,
    requesterId: actor.organizationId,
    ownerId: offer.ownerId,
    state: 'contracted',
    transferMode,
    exclusivity: exclusivityOf(transferMode),
    fieldOfUse: terms.fieldOfUse,
    territory: terms.territory,
    termMonths: terms.termMonths,
    offerFen: terms.totalFen,
    message: offer.kind === 'open' ? '接受开放许可声明。' : '接受标准许可条款。',
    createdBy: actor.userId,
    createdAt: now,
    updatedAt: now,
    answeredAt: now,
  })
  await tx.insert(offers).values({
    id: contract.offerId,
    requestId,
    version: 1,
    organizationId: offer.ownerId,
    state: 'accepted',
    terms,
    createdBy: offer.publishedBy,
    createdAt: now,
    decidedAt: now,
    decidedBy: actor.userId,
  })
  await tx.insert(contracts).values(contract)
}

const signBoth = async (
  { tx, now }: UnitOfWork,
  { actor, offer, contract: { id: contractId } }: Prepared,
  { id: fileId, sha256 }: FileRecord,
): Promise<void> => {
  const page = { contractId, fileId, sha256, attachedBy: actor.userId, attachedAt: now }
  await tx.insert(contractSignatures).values([
    // The owner's signatory signed these terms when they were published.
    {
      ...page,
      organizationId: offer.ownerId,
      confirmedBy: offer.publishedBy,
      confirmedAt: offer.publishedAt,
    },
    { ...page, organizationId: actor.organizationId, confirmedBy: actor.userId, confirmedAt: now },
  ])
  for (const consent of offer.consents) {
    await tx
      .insert(contractConsents)
      .values({ ...consent, contractId, recordedBy: offer.publishedBy, recordedAt: offer.publishedAt })
  }
}

const sign = async ({ tx, now }: UnitOfWork, { id }: ContractRow): Promise<ContractRow> => {
  const [signed] = await tx
    .update(contracts)
    .set({ state: 'signed', signedAt: now, updatedAt: now })
    .where(eq(contracts.id, id))
    .returning()
  if (!signed) throw new Error('The contract was not stored.')
  return signed
}

const insertOrder = async (
  context: ServiceContext,
  { tx, now }: UnitOfWork,
  { actor, offer, contract, withKnowHow }: Prepared,
  tier: LicenceTier,
): Promise<LicenceOrderRow> => {
  const [order] = await tx
    .insert(licenceOrders)
    .values({
      id: context.ids.next(),
      offerId: offer.id,
      contractId: contract.id,
      ownerId: offer.ownerId,
      buyerId: actor.organizationId,
      tier,
      withKnowHow,
      feeFen: contract.contractAmountFen,
      state: 'awaiting_payment',
      lapsesOn: addDays(shanghaiDateOf(now), ORDER_LAPSES_AFTER_DAYS),
      orderedBy: actor.userId,
      orderedAt: now,
    })
    .returning()
  if (!order) throw new Error('The order was not stored.')
  return order
}

/**
 * A signatory takes a licence on published terms: its contract is printed, signed by both sides and entered in the
 * register of grants at once, where it keeps its place until it is paid. Refuses with `licence_offer.not_found`,
 * `licence_offer.withdrawn`, `licence_offer.already_taken`, `listing.not_requestable`, `contract.right_taken`,
 * `contract.not_ready`, and `request.invalid` (tier not for this organization, or a bar that came up since).
 */
export const takeLicence = async (
  context: ServiceContext,
  tools: LicenceTools,
  input: TakeLicenceInput,
): Promise<TakenLicence> => {
  const actor = requireMember(context)
  const offer = await findOffer(context.db, input.offerId)
  const { withKnowHow } = input
  const found = await requireTakeable(context.db, actor, offer, input, context.clock.now())
  const contract = await writeContract(context, actor, offer, found, withKnowHow)
  const prepared: Prepared = { actor, offer, offered: found.offered, contract, withKnowHow }
  const file = await print(context, tools, prepared)
  return refusingOn({ ...grantRefusals, licence_orders_one: taken }, () =>
    inUnitOfWork(context, async (unit) => {
      const held = await findOffer(unit.tx, offer.id, true)
      await requireTakeable(unit.tx, actor, held, input, unit.now)
      await holdListing(unit, offer.listingId)
      await insertDeal(unit, prepared)
      await signBoth(unit, prepared, file)
      const signed = await sign(unit, contract)
      const work = { unit, actor, contract: signed }
      await requireUnburdened(work)
      await grantLicences(work)
      const order = await insertOrder(context, unit, prepared, input.tier)
      const { organizationId } = actor
      const subject = { subjectType: 'contract', subjectId: contract.id, organizationId }
      unit.audit({ action: 'licence_offer.take', ...subject, after: { ...signed, orderId: order.id } })
      const payload = contractEvent(signed, organizationId)
      unit.emit({ type: 'contract.signed', subjectId: contract.id, payload })
      unit.emit({ type: 'licence.ordered', subjectId: order.id, payload })
      return { order, contract: signed }
    }),
  )
}
