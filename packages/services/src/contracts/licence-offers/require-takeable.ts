import { licenceOffers } from '@market/database/schema'
import { refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { isEligible, type LicenceTier, type TierTerms } from '@market/domain/licensing'
import { authorize, relationsTo } from '@market/domain/policy'
import { eq } from 'drizzle-orm'
import type { MemberActor } from '../../index.ts'
import { barsOf, findOffered, type LicenceOfferRow, type Reader, requireOnOffer } from './offer-records.ts'

export interface TakeLicenceInput {
  offerId: string
  tier: LicenceTier
  withKnowHow: boolean
  /** That the organization is what the tier is for. */
  stated: boolean
}

export type Offered = Awaited<ReturnType<typeof findOffered>>

/** An offer, held against being withdrawn meanwhile where asked. Refuses with `licence_offer.not_found`. */
export const findOffer = async (db: Reader, id: string, lock = false): Promise<LicenceOfferRow> => {
  const query = db.select().from(licenceOffers).where(eq(licenceOffers.id, id))
  const [offer] = lock ? await query.for('share') : await query
  if (!offer) throw refuse('not-found', 'licence_offer.not_found')
  return offer
}

/**
 * Whether this organization may have this tier now, and on which terms. Refuses with `licence_offer.withdrawn`,
 * `listing.not_requestable` and `request.invalid`.
 */
export const requireTakeable = async (
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
