import { refuseFields } from '@market/domain'
import { contractMachine, contractProblems } from '@market/domain/contracts'
import type { Changes, ServiceContext } from '../index.ts'
import { changeContract } from './change-contract.ts'
import { type ContractRow, draftOf, requireRevision, rightsOf } from './contract-records.ts'

type DraftFields = Pick<
  ContractRow,
  | 'title'
  | 'type'
  | 'subType'
  | 'contractAmountFen'
  | 'technologyAmountFen'
  | 'signedOn'
  | 'effectiveOn'
  | 'endsOn'
  | 'signingOrder'
>

export interface EditContractInput extends Changes<DraftFields> {
  id: string
  /** The revision the editor read. */
  revision: number
}

/**
 * Changes a draft; fields left out stay. Refuses with `contract.wrong_state`, `contract.changed_meanwhile` and
 * `request.invalid` (amounts, order of dates, type of another regime, licence beyond its patents).
 */
export const editContract = (
  context: ServiceContext,
  { id, revision, ...fields }: EditContractInput,
): Promise<ContractRow> =>
  changeContract(context, id, 'contract.edit', async ({ unit, contract }) => {
    contractMachine.transition(contract.state, 'edit')
    requireRevision(contract, revision)
    const written = Object.entries(fields).filter(([, value]) => value !== undefined)
    const changes: Partial<DraftFields> = Object.fromEntries(written)
    const rights = await rightsOf(unit.tx, contract.listingId)
    const problems = contractProblems(draftOf({ ...contract, ...changes }, rights))
    if (problems.length > 0) throw refuseFields('request.invalid', problems)
    return { changes: { ...changes, revision: revision + 1 }, event: 'contract.edited' }
  })
