import type { EventRow } from '@market/database'
import { contractAmendments } from '@market/database/schema'
import type { AmendmentState } from '@market/domain/contracts'
import { and, eq } from 'drizzle-orm'
import type { AmendmentStep } from '../letters/letters.ts'
import type { MailContext, NoticeWriter } from '../notice.ts'
import { DRAFTERS, movedIn, toBothParties, toOtherParty } from './contract-parties.ts'

const amendmentIn = async ({ db }: MailContext, { subjectId, payload }: EventRow) => {
  const [amendment] = await db
    .select()
    .from(contractAmendments)
    .where(
      and(
        eq(contractAmendments.contractId, subjectId),
        eq(contractAmendments.number, Number(payload.number)),
      ),
    )
  if (!amendment) throw new Error(`Contract ${subjectId} has no amendment ${String(payload.number)}.`)
  return amendment
}

/** To the side that did not move; nothing once the amendment has moved on. */
const told =
  (step: AmendmentStep, state: AmendmentState): NoticeWriter =>
  async (context, event) => {
    const amendment = await amendmentIn(context, event)
    if (amendment.state !== state) return []
    const moved = await movedIn(context.db, event)
    const { number, title, reason } = amendment
    const path = `/workspace/contracts/${event.subjectId}/amendments/${number}`
    return toOtherParty(context, moved, { roles: DRAFTERS, path }, (letters, dealing) =>
      letters.amendmentMoved({ ...dealing, number, title, step, reason }),
    )
  }

export const amendmentProposed = told('proposed', 'proposed')
export const amendmentSigned = told('signed', 'signed_by_one')
export const amendmentDeclined = told('declined', 'declined')
export const amendmentWithdrawn = told('withdrawn', 'withdrawn')

export const amendmentInForce: NoticeWriter = async (context, event) => {
  const { number, title, reason } = await amendmentIn(context, event)
  const { contract } = await movedIn(context.db, event)
  const path = `/workspace/contracts/${contract.id}/amendments/${number}`
  const reader = { roles: DRAFTERS, path }
  return toBothParties(context, contract, reader, (letters, organization) =>
    letters.amendmentMoved({
      contract: contract.title,
      organization,
      number,
      title,
      step: 'in_force',
      reason,
    }),
  )
}
