import { refusingOn } from '@market/database'
import { contractObligationMarks } from '@market/database/schema'
import { type CalendarDate, refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { MARKED_OBLIGATIONS } from '@market/domain/contracts'
import { ownFileProblems } from '../../files/index.ts'
import type { ServiceContext } from '../../index.ts'
import { changeContract } from '../change-contract.ts'
import type { ContractRow } from '../contract-records.ts'
import { readObligations } from './read-obligations.ts'

export interface MarkObligationInput {
  id: string
  key: string
  doneOn: CalendarDate
  /** Where it is written down: number of the filing, name of the report. */
  note: string
  /** What shows it: a file of one's own, for both sides to read. */
  fileId: string | null
}

const marked = () => refuse('conflict', 'obligation.already_done')

/**
 * A party says what was done under the contract, and when. Refuses with `contract.wrong_state` before the signature,
 * `obligation.not_found`, `obligation.follows_records` (payments, fees and the registration), `obligation.already_done` and
 * `request.invalid` (a day to come or before the signature, a file that is not one's own).
 */
export const markObligation = (context: ServiceContext, input: MarkObligationInput): Promise<ContractRow> => {
  const { id, ...mark } = input
  return refusingOn({ contract_obligation_marks_contract_id_key_pk: marked }, () =>
    changeContract(context, id, 'contract.mark_obligation', async ({ unit, actor, contract }) => {
      const { state, signedOn } = contract
      if (contract.signedAt === null) throw refuse('conflict', 'contract.wrong_state', { state })
      const today = shanghaiDateOf(unit.now)
      const evidence = { fileId: mark.fileId, path: 'fileId', purpose: 'performance_evidence' } as const
      const problems = await ownFileProblems(unit.tx, actor, evidence)
      if (mark.doneOn > today || (signedOn !== null && mark.doneOn < signedOn)) {
        problems.unshift({ path: 'doneOn', code: 'obligation.day_out_of_range' })
      }
      if (problems.length > 0) throw refuseFields('request.invalid', problems)
      const found = (await readObligations(unit.tx, contract, today)).find(({ key }) => key === mark.key)
      if (!found) throw refuse('not-found', 'obligation.not_found')
      if (!MARKED_OBLIGATIONS.some((kind) => kind === found.kind)) {
        throw refuse('conflict', 'obligation.follows_records')
      }
      if (found.state === 'done') throw marked()
      const { organizationId, userId } = actor
      const by = { organizationId, markedBy: userId, markedAt: unit.now }
      await unit.tx.insert(contractObligationMarks).values({ contractId: id, ...mark, ...by })
      const done = 'contract.obligation_done' as const
      return { changes: {}, event: done, trail: { action: done, details: mark } }
    }),
  )
}
