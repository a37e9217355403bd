import type { EventRow } from '@market/database'
import { contractAmendments } from '@market/database/schema'
import type { AmendmentState } from '@market/domain/contracts'
import { and, eq } from 'drizzle-orm'
import { readRegisterGap } from '../../contracts/index.ts'
import type { AmendmentMove, AmendmentStep } from '../letters/letters.ts'
import type { MailContext, Notice, NoticeWriter } from '../notice.ts'
import { membersOf } from '../recipients.ts'
import { type ContractRow, DRAFTERS, movedIn, toBothParties, toOtherParty } from './contract-parties.ts'

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

/** To the agency, where the contract is registered and the register has to follow. */
const changeToRegister = async (
  { db }: MailContext,
  contract: ContractRow,
  move: AmendmentMove,
): Promise<Notice[]> => {
  const gap = contract.agencyId === null ? null : await readRegisterGap(db, contract.id)
  if (gap === null) return []
  return [
    {
      to: await membersOf(db, contract.agencyId, ['editor', 'registrar']),
      path: `/workspace/registrations/${gap.registrationId}`,
      write: (letters) =>
        letters.amendmentMoved({
          ...move,
          contract: contract.title,
          organization: '',
          step: 'to_register',
        }),
    },
  ]
}

/** To both sides and, where the register has to follow, to the agency. */
export const amendmentInForce: NoticeWriter = async (context, event) => {
  const { number, title, reason } = await amendmentIn(context, event)
  const { contract } = await movedIn(context.db, event)
  const path = `/workspace/contracts/${contract.id}/amendments/${number}`
  const move = { number, title, step: 'in_force', reason } as const
  const parties = await toBothParties(context, contract, { roles: DRAFTERS, path }, (letters, organization) =>
    letters.amendmentMoved({ ...move, contract: contract.title, organization }),
  )
  return [...parties, ...(await changeToRegister(context, contract, move))]
}
