import type { Transaction } from '@market/database'
import { type FieldProblem, refuseFields, shanghaiDateOf } from '@market/domain'
import { contractMachine, readinessProblems } from '@market/domain/contracts'
import type { ServiceContext } from '../index.ts'
import { changeContract } from './change-contract.ts'
import { type ContractRow, draftOf, requireRevision, rightsOf } from './contract-records.ts'
import { burdenProblems } from './right-burdens.ts'
import { textStanding } from './text/text-records.ts'

export interface MakeContractReadyInput {
  id: string
  /** The revision read, so that nobody settles a text changed a moment ago. */
  revision: number
}

/** A contract may go without a text of the market's; one that has a text is settled with the text both sides took. */
const textProblems = async (tx: Transaction, contract: ContractRow): Promise<FieldProblem[]> => {
  const standing = await textStanding(tx, contract)
  if (standing === null || (standing.agreed && !standing.stale)) return []
  return [{ path: 'text', code: standing.stale ? 'contract_text.stale' : 'contract.text_not_agreed' }]
}

/** The text is settled and may be signed. Refuses with `contract.not_ready`, naming every field and consent that lacks. */
export const makeContractReady = (
  context: ServiceContext,
  { id, revision }: MakeContractReadyInput,
): Promise<ContractRow> =>
  changeContract(context, id, 'contract.make_ready', async ({ unit, contract }) => {
    const state = contractMachine.transition(contract.state, 'make_ready')
    requireRevision(contract, revision)
    const problems = [
      ...readinessProblems(draftOf(contract, await rightsOf(unit.tx, contract.listingId))),
      ...(await textProblems(unit.tx, contract)),
      ...(await burdenProblems(unit.tx, contract, shanghaiDateOf(unit.now))),
    ]
    if (problems.length > 0) throw refuseFields('contract.not_ready', problems)
    return { changes: { state }, event: 'contract.ready' }
  })
