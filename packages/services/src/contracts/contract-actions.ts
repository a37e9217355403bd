import type { Actor } from '@market/domain'
import { contractMachine } from '@market/domain/contracts'
import { may, relationsTo } from '@market/domain/policy'
import { type ContractRow, type SignatureRow, stakeholdersOf } from './contract-records.ts'
import { ENTRUSTABLE_STATES } from './entrust-contract.ts'

const ACTIONS = [
  'contract.edit',
  'contract.record_consent',
  'contract.make_ready',
  'contract.reopen',
  'contract.attach_file',
  'contract.sign',
  'contract.entrust',
] as const
export type ContractAction = (typeof ACTIONS)[number]

type Signature = Pick<SignatureRow, 'organizationId' | 'sha256' | 'confirmedAt' | 'method'>

const possible = (
  { state }: ContractRow,
  signatures: readonly Signature[],
  { organizationId, entrusts }: { organizationId: string | null; entrusts: boolean },
): Record<ContractAction, boolean> => {
  const mine = signatures.find((signature) => signature.organizationId === organizationId)
  const unconfirmed = contractMachine.allows(state, 'sign') && !mine?.confirmedAt
  const [first, second] = signatures
  const onPaper = signatures.every(({ method }) => method === 'scan')
  return {
    'contract.edit': contractMachine.allows(state, 'edit'),
    'contract.record_consent': contractMachine.allows(state, 'edit'),
    'contract.make_ready': contractMachine.allows(state, 'make_ready'),
    'contract.reopen':
      contractMachine.allows(state, 'reopen') && signatures.every(({ confirmedAt }) => confirmedAt === null),
    'contract.attach_file': unconfirmed && onPaper,
    'contract.sign': unconfirmed && second !== undefined && first?.sha256 === second.sha256,
    'contract.entrust': entrusts && ENTRUSTABLE_STATES.includes(state),
  }
}

/**
 * What the actor may do with the contract as it stands; `applicantId`: the side that applies for registration, null once
 * it is filed.
 */
export const contractActions = (
  actor: Actor,
  contract: ContractRow,
  signatures: readonly Signature[],
  applicantId: string | null,
): ContractAction[] => {
  const { organizationId } = actor
  const relations = relationsTo(actor, stakeholdersOf(contract))
  const entrusts = applicantId !== null && organizationId === applicantId
  const now = possible(contract, signatures, { organizationId, entrusts })
  return ACTIONS.filter((action) => now[action] && may(actor, action, relations))
}
