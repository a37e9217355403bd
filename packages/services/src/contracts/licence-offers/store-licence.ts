import type { UnitOfWork } from '@market/database'
import {
  contractConsents,
  contractSignatures,
  contracts,
  licenceOrders,
  offers,
  requests,
} from '@market/database/schema'
import { addDays, shanghaiDateOf } from '@market/domain'
import {
  exclusivityOf,
  type LicenceTier,
  modeOfOffer,
  ORDER_LAPSES_AFTER_DAYS,
} from '@market/domain/licensing'
import { eq } from 'drizzle-orm'
import type { FileRecord } from '../../files/index.ts'
import type { ServiceContext } from '../../index.ts'
import type { ContractRow } from '../contract-records.ts'
import type { LicenceOrderRow } from './offer-records.ts'
import type { PreparedLicence } from './write-licence-contract.ts'

/** The request and its accepted offer stand behind every contract; here both were made beforehand, by publishing. */
export const insertDeal = async (
  { tx, now }: UnitOfWork,
  { actor, offer, offered, contract }: PreparedLicence,
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

/** Both signatures over one file, and the consents the owner named when it published. */
export const signBoth = async (
  { tx, now }: UnitOfWork,
  { actor, offer, contract: { id: contractId } }: PreparedLicence,
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

/** The contract, signed. */
export const markSigned = async ({ tx, now }: UnitOfWork, { id }: ContractRow): Promise<ContractRow> => {
  const [signed] = await tx
    .update(contracts)
    .set({ state: 'signed', signedAt: now, updatedAt: now })
    .where(eq(contracts.id, id))
    .returning()
  if (!signed) throw new Error('The contract was not stored.')
  return signed
}

/** The order, waiting for its fee. */
export const insertOrder = async (
  context: ServiceContext,
  { tx, now }: UnitOfWork,
  { actor, offer, contract, withKnowHow }: PreparedLicence,
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
