import { contractEndings } from '@market/database/schema'
import { type CalendarDate, refuseFields, shanghaiDateOf } from '@market/domain'
import { type ContractEnding, contractMachine } from '@market/domain/contracts'
import { and, eq, ne } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'
import { changeContract } from '../change-contract.ts'
import type { ContractRow } from '../contract-records.ts'

export interface EndContractInput {
  id: string
  kind: ContractEnding
  endedOn: CalendarDate
  /** Asked for where it is terminated. */
  reason: string
}

const COMMANDS = { performed: 'perform', terminated: 'terminate' } as const

const requireDay = (
  { endedOn, kind, reason }: Omit<EndContractInput, 'id'>,
  { effectiveOn }: ContractRow,
  today: CalendarDate,
) => {
  const early = effectiveOn !== null && endedOn < effectiveOn
  const problems = [
    ...(endedOn > today || early ? [{ path: 'endedOn', code: 'obligation.day_out_of_range' }] : []),
    ...(kind === 'terminated' && reason.trim() === '' ? [{ path: 'reason', code: 'field.required' }] : []),
  ]
  if (problems.length > 0) throw refuseFields('request.invalid', problems)
}

/**
 * A signatory declares the contract performed or terminated; when the other side says the same of the same day, it is so,
 * and its licences end with a termination. Refuses with `contract.wrong_state` and `request.invalid`.
 */
export const endContract = (context: ServiceContext, input: EndContractInput): Promise<ContractRow> => {
  const { id, ...ending } = input
  return changeContract(context, id, 'contract.end', async ({ unit, actor, contract }) => {
    const state = contractMachine.transition(contract.state, COMMANDS[ending.kind])
    requireDay(ending, contract, shanghaiDateOf(unit.now))
    const { organizationId, userId } = actor
    const declaration = { ...ending, declaredBy: userId, declaredAt: unit.now }
    await unit.tx
      .insert(contractEndings)
      .values({ contractId: id, organizationId, ...declaration })
      .onConflictDoUpdate({
        target: [contractEndings.contractId, contractEndings.organizationId],
        set: declaration,
      })
    const [other] = await unit.tx
      .select()
      .from(contractEndings)
      .where(and(eq(contractEndings.contractId, id), ne(contractEndings.organizationId, organizationId)))
    const trail = { action: 'contract.declare_ending', details: ending } as const
    const agreed = other?.kind === ending.kind && other.endedOn === ending.endedOn
    if (!agreed) return { changes: {}, event: 'contract.ending_declared', trail }
    return { changes: { state, endedOn: ending.endedOn }, event: `contract.${ending.kind}`, trail }
  })
}
