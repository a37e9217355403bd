import type { ServiceContext } from '../index.ts'
import { beginNegotiation } from '../listings/index.ts'
import type { RequestRow } from './request-records.ts'
import { stepRequest } from './step-request.ts'

/**
 * The owner agrees to talk; the listing then stands under negotiation. Refuses with `request.wrong_state`, and
 * with `listing.wrong_state` when the listing has been closed since.
 */
export const acceptRequest = (context: ServiceContext, id: string): Promise<RequestRow> =>
  stepRequest(context, id, {
    action: 'request.accept',
    command: 'accept',
    event: 'request.accepted',
    changes: (_request, now) => ({ answeredAt: now }),
    effect: async (unit, { listingId }) => {
      if (listingId !== null) await beginNegotiation(unit, listingId)
    },
  })
