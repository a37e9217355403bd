import { inUnitOfWork } from '@market/database'
import { licenceOffers } from '@market/database/schema'
import { refuse } from '@market/domain'
import { authorize, relationsTo } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../../index.ts'
import type { LicenceOfferRow } from './offer-records.ts'

/**
 * No more licences are had on these terms; those taken before stay (Patent Law art. 50). Refuses with
 * `licence_offer.not_found` and `licence_offer.withdrawn`.
 */
export const withdrawLicenceOffer = async (context: ServiceContext, id: string): Promise<LicenceOfferRow> => {
  const actor = requireMember(context)
  return inUnitOfWork(context, async ({ tx, now, audit, emit }) => {
    const [before] = await tx.select().from(licenceOffers).where(eq(licenceOffers.id, id)).for('update')
    if (!before) throw refuse('not-found', 'licence_offer.not_found')
    const standing = { organizationId: before.ownerId, public: before.state === 'published' }
    authorize(actor, 'licence_offer.withdraw', relationsTo(actor, standing))
    if (before.state !== 'published') throw refuse('conflict', 'licence_offer.withdrawn')
    const [after] = await tx
      .update(licenceOffers)
      .set({ state: 'withdrawn', withdrawnBy: actor.userId, withdrawnAt: now })
      .where(and(eq(licenceOffers.id, id), eq(licenceOffers.state, 'published')))
      .returning()
    if (!after) throw refuse('conflict', 'licence_offer.withdrawn')
    const { ownerId: organizationId, listingId } = before
    audit({
      action: 'licence_offer.withdraw',
      subjectType: 'licence_offer',
      subjectId: id,
      organizationId,
      before: { state: before.state },
      after: { state: after.state },
    })
    emit({ type: 'licence_offer.withdrawn', subjectId: id, payload: { listingId, ownerId: organizationId } })
    return after
  })
}
