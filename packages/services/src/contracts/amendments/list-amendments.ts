import { users } from '@market/database/schema'
import {
  AMENDABLE_CONTRACT_STATES,
  type Article,
  amendmentMachine,
  type ContractStanding,
} from '@market/domain/contracts'
import { may, relationsTo } from '@market/domain/policy'
import { inArray } from 'drizzle-orm'
import { type MemberActor, requireMember, type ServiceContext } from '../../index.ts'
import { type ContractRow, stakeholdersOf } from '../contract-records.ts'
import { findContract } from '../text/get-text.ts'
import {
  type AmendmentRow,
  type AmendmentSignatureRow,
  amendmentSignaturesOf,
  amendmentsOf,
  signedDocumentOf,
  standingOf,
} from './amendment-records.ts'
import { type ClauseComparison, compareClauses } from './compare-clauses.ts'
import { readRegisterGap } from './read-register-gap.ts'
import { amendmentBar } from './sign-amendment.ts'

const AMENDMENT_ACTIONS = [
  'contract.sign_amendment',
  'contract.decline_amendment',
  'contract.withdraw_amendment',
] as const
export type AmendmentAction = (typeof AMENDMENT_ACTIONS)[number]

export interface AmendmentRecord {
  amendment: AmendmentRow
  proposer: string
  clauses: ClauseComparison[]
  signatures: (AmendmentSignatureRow & { name: string })[]
  actions: AmendmentAction[]
  /** Why the reader's side may not sign yet; null where nothing is in the way. */
  bar: string | null
}

export interface AmendmentsRecord {
  contract: ContractRow
  /** Articles of the signed text; null for a contract signed on paper. */
  signed: readonly Article[] | null
  /** What the contract states now, and whether amendments made it so. */
  standing: ContractStanding
  amended: boolean
  /** The first first. */
  amendments: AmendmentRecord[]
  mayPropose: boolean
  /** The registration that has to follow an amendment, where one has. */
  registrationToChange: string | null
}

const actionsOf = (
  actor: MemberActor,
  contract: ContractRow,
  { amendment, signed, barred }: { amendment: AmendmentRow; signed: boolean; barred: boolean },
): AmendmentAction[] => {
  const own = amendment.organizationId === actor.organizationId
  const binding = AMENDABLE_CONTRACT_STATES.some((state) => state === contract.state)
  const open = !amendmentMachine.isFinal(amendment.state)
  const possible: Record<AmendmentAction, boolean> = {
    'contract.sign_amendment': open && binding && !signed && !barred,
    'contract.decline_amendment': open && !own && !signed,
    'contract.withdraw_amendment': open && own,
  }
  const relations = relationsTo(actor, stakeholdersOf(contract))
  return AMENDMENT_ACTIONS.filter((action) => possible[action] && may(actor, action, relations))
}

const namesOf = async ({ db }: ServiceContext, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The amendments of a contract with what each changes and what the reader may do. Refuses with `contract.not_found`. */
export const listAmendments = async (context: ServiceContext, id: string): Promise<AmendmentsRecord> => {
  const contract = await findContract(context, id)
  const actor = requireMember(context)
  const { db, clock } = context
  const rows = await amendmentsOf(db, id)
  const signedBy = new Map<string, AmendmentSignatureRow[]>()
  for (const row of rows) signedBy.set(row.id, await amendmentSignaturesOf(db, row.id))
  const signers = [...signedBy.values()].flat().map((signature) => signature.signedBy)
  const names = await namesOf(context, [...rows.map(({ proposedBy }) => proposedBy), ...signers])
  const document = await signedDocumentOf(db, id)
  const open = rows.some(({ state }) => !amendmentMachine.isFinal(state))
  const relations = relationsTo(actor, stakeholdersOf(contract))
  return {
    contract,
    signed: document.articles,
    standing: standingOf(contract, rows),
    amended: rows.some(({ state }) => state === 'in_force'),
    amendments: rows.map((amendment) => {
      const signatures = signedBy.get(amendment.id) ?? []
      const bar = amendmentBar(contract, signatures, actor.organizationId, clock.now())
      const signed = signatures.some(({ organizationId }) => organizationId === actor.organizationId)
      return {
        amendment,
        proposer: names.get(amendment.proposedBy) ?? '',
        clauses: compareClauses(amendment, rows, document.articles),
        signatures: signatures.map((each) => ({ ...each, name: names.get(each.signedBy) ?? '' })),
        actions: actionsOf(actor, contract, { amendment, signed, barred: bar !== null }),
        bar: amendmentMachine.isFinal(amendment.state) || signed ? null : (bar?.code ?? null),
      }
    }),
    registrationToChange: (await readRegisterGap(db, id))?.registrationId ?? null,
    mayPropose:
      !open &&
      AMENDABLE_CONTRACT_STATES.some((state) => state === contract.state) &&
      may(actor, 'contract.propose_amendment', relations),
  }
}
