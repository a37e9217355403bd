import { refuseFields } from '@market/domain'
import type { DeclineReason } from '@market/domain/codes'
import type { ServiceContext } from '../index.ts'
import { endTalks } from './end-talks.ts'
import type { RequestRow } from './request-records.ts'
import { stepRequest } from './step-request.ts'

export interface DeclineRequestInput {
  id: string
  reason: DeclineReason
  /** Required with 'other'. */
  words: string
}

/** The owner says no, or ends the talks, for one of eight reasons. Refuses with `request.wrong_state`. */
export const declineRequest = async (
  context: ServiceContext,
  { id, reason, words }: DeclineRequestInput,
): Promise<RequestRow> => {
  if (reason === 'other' && words.trim() === '') {
    throw refuseFields('request.invalid', [{ path: 'words', code: 'request.decline_words_required' }])
  }
  return stepRequest(context, id, {
    action: 'request.decline',
    command: 'decline',
    event: 'request.declined',
    changes: ({ answeredAt }, now) => ({
      answeredAt: answeredAt ?? now,
      declineReason: reason,
      declineWords: words.trim() || null,
    }),
    effect: endTalks,
  })
}
