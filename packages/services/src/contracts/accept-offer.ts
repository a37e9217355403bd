import { inUnitOfWork, refusingOn } from '@market/database'
import { refuse } from '@market/domain'
import { requireMember, type ServiceContext } from '../index.ts'
import { agreeOnOffer, markContracted, type OfferInput } from '../licensing/index.ts'
import type { ContractRow } from './contract-records.ts'
import { draftContract } from './draft-contract.ts'

const overtaken = () => refuse('conflict', 'offer.overtaken')

/**
 * The other side takes the open offer: the request is agreed, its contract drafted and the request contracted,
 * all at once. Refuses with `offer.wrong_state` and `request.wrong_state`.
 */
export const acceptOffer = (context: ServiceContext, input: OfferInput): Promise<ContractRow> => {
  const actor = requireMember(context)
  return refusingOn({ contracts_request_id_unique: overtaken, offers_one_accepted: overtaken }, () =>
    inUnitOfWork(context, async (unit) => {
      const agreement = await agreeOnOffer(unit, actor, input)
      const contract = await draftContract(context, unit, actor, agreement)
      await markContracted(unit, agreement.request, contract.id)
      return contract
    }),
  )
}
