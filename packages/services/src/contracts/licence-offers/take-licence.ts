import { inUnitOfWork, refusingOn } from '@market/database'
import { refuse } from '@market/domain'
import { requireMember, type ServiceContext } from '../../index.ts'
import { holdListing } from '../../listings/index.ts'
import { type ContractRow, contractEvent } from '../contract-records.ts'
import { grantLicences, grantRefusals } from '../grant-licences.ts'
import { requireUnburdened } from '../right-burdens.ts'
import type { LicenceOrderRow } from './offer-records.ts'
import { findOffer, requireTakeable, type TakeLicenceInput } from './require-takeable.ts'
import { insertDeal, insertOrder, markSigned, signBoth } from './store-licence.ts'
import {
  type LicenceTools,
  type PreparedLicence,
  printContract,
  writeContract,
} from './write-licence-contract.ts'

export interface TakenLicence {
  order: LicenceOrderRow
  contract: ContractRow
}

const taken = () => refuse('conflict', 'licence_offer.already_taken')

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
  const prepared: PreparedLicence = { actor, offer, offered: found.offered, contract, withKnowHow }
  const file = await printContract(context, tools, prepared)
  return refusingOn({ ...grantRefusals, licence_orders_one: taken }, () =>
    inUnitOfWork(context, async (unit) => {
      const held = await findOffer(unit.tx, offer.id, true)
      await requireTakeable(unit.tx, actor, held, input, unit.now)
      await holdListing(unit, offer.listingId)
      await insertDeal(unit, prepared)
      await signBoth(unit, prepared, file)
      const signed = await markSigned(unit, contract)
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
