import { inUnitOfWork, refusingOn } from '@market/database'
import { licenceOffers, type StatedConsent } from '@market/database/schema'
import { type FieldProblem, refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { type LicenceOfferTerms, licenceOfferProblems, readTerritory } from '@market/domain/licensing'
import { authorize, relationsTo } from '@market/domain/policy'
import { requireMember, type ServiceContext } from '../../index.ts'
import {
  barsOf,
  consentsNeeded,
  findOffered,
  isPublicListing,
  type LicenceOfferRow,
  requireOnOffer,
} from './offer-records.ts'

export interface PublishLicenceOfferInput extends LicenceOfferTerms {
  listingId: string
  /** Where a utility model or design is offered: the number of its evaluation report. */
  evaluationReport: string
  /** One reference for each consent that is needed, by right, kind and party. */
  consents: readonly StatedConsent[]
}

type Needed = Awaited<ReturnType<typeof consentsNeeded>>

const sameConsent = (left: Needed[number], right: StatedConsent): boolean =>
  left.rightId === right.rightId && left.kind === right.kind && left.party === right.party

const missingConsents = (needed: Needed, given: readonly StatedConsent[]): FieldProblem[] =>
  needed
    .filter((one) => !given.some((each) => sameConsent(one, each) && each.reference.trim() !== ''))
    .map(({ kind, party, right }) => ({
      path: 'consents',
      code: `contract.${kind}_consent_missing`,
      params: { party, right },
    }))

const alreadyPublished = () => refuse('conflict', 'licence_offer.already_published')

/**
 * A signatory signs terms on which everybody may take a licence. Refuses with `listing.not_requestable`,
 * `licence_offer.already_published`, and `request.invalid` with every field, bar and consent that is in the way.
 */
export const publishLicenceOffer = async (
  context: ServiceContext,
  input: PublishLicenceOfferInput,
): Promise<LicenceOfferRow> => {
  const actor = requireMember(context)
  const { listingId, consents, ...terms } = input
  return refusingOn({ licence_offers_one: alreadyPublished }, () =>
    inUnitOfWork(context, async ({ tx, now, audit, emit }) => {
      const offered = await findOffered(tx, listingId)
      const { organizationId: ownerId, transferModes } = offered.listing
      const standing = { organizationId: ownerId, public: isPublicListing(offered.listing) }
      authorize(actor, 'licence_offer.publish', relationsTo(actor, standing))
      requireOnOffer(offered)
      const today = shanghaiDateOf(now)
      const needed = await consentsNeeded(tx, offered, terms.kind, today)
      const problems = [
        ...licenceOfferProblems(terms, transferModes),
        ...(await barsOf(tx, input, today)),
        ...missingConsents(needed, consents),
      ]
      if (problems.length > 0) throw refuseFields('request.invalid', problems)
      const [offer] = await tx
        .insert(licenceOffers)
        .values({
          ...terms,
          tiers: [...terms.tiers],
          id: context.ids.next(),
          listingId,
          ownerId,
          state: 'published',
          territoryCodes: readTerritory(terms.territory) ?? [],
          consents: consents.filter((given) => needed.some((one) => sameConsent(one, given))),
          publishedBy: actor.userId,
          publishedAt: now,
        })
        .returning()
      if (!offer) throw new Error('The offer was not stored.')
      const subject = { subjectType: 'licence_offer', subjectId: offer.id, organizationId: ownerId }
      audit({ action: 'licence_offer.publish', ...subject, after: offer })
      emit({ type: 'licence_offer.published', subjectId: offer.id, payload: { listingId, ownerId } })
      return offer
    }),
  )
}
