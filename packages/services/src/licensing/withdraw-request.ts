import type { ServiceContext } from '../index.ts'
import { endTalks } from './end-talks.ts'
import type { RequestRow } from './request-records.ts'
import { stepRequest } from './step-request.ts'

/** The requester takes it back, before or during the talks. Refuses with `request.wrong_state`. */
export const withdrawRequest = (context: ServiceContext, id: string): Promise<RequestRow> =>
  stepRequest(context, id, {
    action: 'request.withdraw',
    command: 'withdraw',
    event: 'request.withdrawn',
    effect: endTalks,
  })
