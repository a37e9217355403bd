import type { Database } from '@market/database'
import { contracts, contractTextAcceptances, contractTexts, users } from '@market/database/schema'
import { refuse } from '@market/domain'
import { type Clause, type ClauseFacts, clausesFor, contractMachine } from '@market/domain/contracts'
import { authorize, may, relationsTo } from '@market/domain/policy'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { type MemberActor, requireMember, type ServiceContext } from '../../index.ts'
import { type ContractRow, seenBy, stakeholdersOf } from '../contract-records.ts'
import { type ArticleComparison, compareArticles } from './compare-articles.ts'
import { readClauseFacts } from './read-clause-facts.ts'
import type { TextRow } from './text-records.ts'

export type TextAction = 'contract.write_text' | 'contract.accept_text'

export interface TextVersionRecord {
  text: TextRow
  author: string
  acceptances: { organizationId: string; name: string; at: Date }[]
}

export interface ContractTextRecord {
  contract: ContractRow
  /** Oldest first. */
  versions: TextVersionRecord[]
  /** The version shown and the earlier one it is compared with. */
  shown: TextRow | null
  against: TextRow | null
  articles: ArticleComparison[]
  /** Clauses of the library that fit this contract. */
  clauses: Clause[]
  agreed: boolean
  stale: boolean
  actions: TextAction[]
}

export interface GetTextInput {
  id: string
  version?: number | undefined
  against?: number | undefined
}

const readVersions = async (db: Database, contractId: string): Promise<TextVersionRecord[]> => {
  const rows = await db
    .select({ text: contractTexts, author: users.name })
    .from(contractTexts)
    .innerJoin(users, eq(users.id, contractTexts.createdBy))
    .where(eq(contractTexts.contractId, contractId))
    .orderBy(asc(contractTexts.version))
  const ids = rows.map(({ text }) => text.id)
  const taken = await db
    .select({ acceptance: contractTextAcceptances, name: users.name })
    .from(contractTextAcceptances)
    .innerJoin(users, eq(users.id, contractTextAcceptances.acceptedBy))
    .where(inArray(contractTextAcceptances.textId, ids))
    .orderBy(asc(contractTextAcceptances.acceptedAt))
  return rows.map(({ text, author }) => ({
    text,
    author,
    acceptances: taken
      .filter(({ acceptance }) => acceptance.textId === text.id)
      .map(({ acceptance, name }) => ({
        organizationId: acceptance.organizationId,
        name,
        at: acceptance.acceptedAt,
      })),
  }))
}

const actionsOf = (
  actor: MemberActor,
  contract: ContractRow,
  latest: TextVersionRecord | undefined,
): TextAction[] => {
  const relations = relationsTo(actor, stakeholdersOf(contract))
  const writable = contractMachine.allows(contract.state, 'edit')
  const mine = latest?.acceptances.some(({ organizationId }) => organizationId === actor.organizationId)
  const takeable = latest?.text.contractRevision === contract.revision && !mine
  const possible: Record<TextAction, boolean> = {
    'contract.write_text': writable,
    'contract.accept_text': writable && takeable,
  }
  return (Object.keys(possible) as TextAction[]).filter(
    (action) => possible[action] && may(actor, action, relations),
  )
}

const find = (versions: readonly TextVersionRecord[], version: number): TextRow => {
  const found = versions.find(({ text }) => text.version === version)
  if (!found) throw refuse('not-found', 'contract_text.not_found')
  return found.text
}

/** The contract as its readers see it. Refuses with `contract.not_found`. */
export const findContract = async (context: ServiceContext, id: string): Promise<ContractRow> => {
  const actor = requireMember(context)
  const [contract] = await context.db
    .select()
    .from(contracts)
    .where(and(eq(contracts.id, id), seenBy(actor.organizationId)))
  if (!contract) throw refuse('not-found', 'contract.not_found')
  authorize(actor, 'contract.read', relationsTo(actor, stakeholdersOf(contract)))
  return contract
}

/**
 * The text of a contract with its versions and what one changed in another: unless asked otherwise, the last against the
 * one before. Refuses with `contract.not_found` and `contract_text.not_found`.
 */
export const getText = async (context: ServiceContext, input: GetTextInput): Promise<ContractTextRecord> => {
  const contract = await findContract(context, input.id)
  const actor = requireMember(context)
  const versions = await readVersions(context.db, input.id)
  const latest = versions.at(-1)
  const shown = input.version === undefined ? (latest?.text ?? null) : find(versions, input.version)
  const before = input.against ?? (shown === null ? 0 : shown.version - 1)
  const against = before > 0 ? find(versions, before) : null
  const facts: ClauseFacts = await readClauseFacts(context.db, contract)
  return {
    contract,
    versions,
    shown,
    against,
    articles: shown === null ? [] : compareArticles(against?.articles ?? shown.articles, shown.articles),
    clauses: clausesFor(facts),
    agreed: latest?.acceptances.length === 2,
    stale: latest !== undefined && latest.text.contractRevision !== contract.revision,
    actions: actionsOf(actor, contract, latest),
  }
}
