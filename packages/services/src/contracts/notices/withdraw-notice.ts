import { refuse } from '@market/domain'
import type { ServiceContext } from '../../index.ts'
import { changeNotice } from './change-notice.ts'
import type { NoticeRow } from './notice-records.ts'

/**
 * Takes a notice back, with the reason, which stays public; another may be posted. Refuses with `notice.withdrawn` and,
 * once the contract is signed, `notice.signed_upon`.
 */
export const withdrawNotice = (
  context: ServiceContext,
  { id, reason }: { id: string; reason: string },
): Promise<NoticeRow> =>
  changeNotice(context, id, 'notice.withdraw', async ({ unit, contract }) => {
    if (contract.signedAt !== null) throw refuse('conflict', 'notice.signed_upon')
    return { changes: { withdrawnAt: unit.now, withdrawReason: reason }, event: 'notice.withdrawn' }
  })
