import { refuseFields } from '@market/domain'
import type { DeclineReason } from '@market/domain/codes'
import type { ServiceContext } from '../index.ts'
import { endTalks } from './end-talks.ts'
import type { RequestRow } from './request-records.ts'
import { stepRequest } from './step-request.ts'

export interface WithdrawRequestReason {
  reason: DeclineReason | null
  /** Required with 'other'. */
  words: string
}

const UNSAID: WithdrawRequestReason = { reason: null, words: '' }

/**
 * The requester takes it back, before or during the talks, and may say why. Refuses with `request.wrong_state` and
 * `request.invalid`.
 */
export const withdrawRequest = async (
  context: ServiceContext,
  id: string,
  { reason, words }: WithdrawRequestReason = UNSAID,
): Promise<RequestRow> => {
  if (reason === 'other' && words.trim() === '') {
    throw refuseFields('request.invalid', [{ path: 'words', code: 'request.decline_words_required' }])
  }
  return stepRequest(context, id, {
    action: 'request.withdraw',
    command: 'withdraw',
    event: 'request.withdrawn',
    changes: () => ({ withdrawReason: reason, withdrawWords: reason ? words.trim() || null : null }),
    effect: endTalks,
  })
}
