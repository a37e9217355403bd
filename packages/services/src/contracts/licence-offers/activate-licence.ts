import type { UnitOfWork } from '@market/database'
import { licenceOrders } from '@market/database/schema'
import { and, eq } from 'drizzle-orm'

/**
 * The fee of a licence taken on published terms has come: it is in effect. A step of the verb that books the money;
 * nothing happens for other contracts.
 */
export const activateLicence = async (
  { tx, now, audit, emit }: UnitOfWork,
  contractId: string,
): Promise<void> => {
  const [order] = await tx
    .update(licenceOrders)
    .set({ state: 'active', activatedAt: now })
    .where(and(eq(licenceOrders.contractId, contractId), eq(licenceOrders.state, 'awaiting_payment')))
    .returning()
  if (!order) return
  const { id: orderId, ownerId, buyerId } = order
  audit({
    action: 'licence.activate',
    subjectType: 'contract',
    subjectId: contractId,
    organizationId: ownerId,
    before: { state: 'awaiting_payment' },
    after: { orderId, state: 'active' },
  })
  emit({ type: 'licence.activated', subjectId: orderId, payload: { contractId, ownerId, buyerId } })
}
