import { contractEndings, contractObligationMarks, registrations } from '@market/database/schema'
import { shanghaiDateOf } from '@market/domain'
import { contractMachine, MARKED_OBLIGATIONS, type Obligation } from '@market/domain/contracts'
import { may, relationsTo } from '@market/domain/policy'
import { desc, eq } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../../index.ts'
import { type ContractRow, stakeholdersOf } from '../contract-records.ts'
import { findContract } from '../text/get-text.ts'
import { readObligations } from './read-obligations.ts'

export interface PerformanceRecord {
  contract: ContractRow
  obligations: (Obligation & { note: string | null; markable: boolean })[]
  endings: (typeof contractEndings.$inferSelect)[]
  /** Its filing, where there is one. */
  registrationId: string | null
  mayEnd: ('performed' | 'terminated')[]
}

/** What is to be done under a contract, by day, and how it ends. Refuses with `contract.not_found`. */
export const getPerformance = async (context: ServiceContext, id: string): Promise<PerformanceRecord> => {
  const contract = await findContract(context, id)
  const actor = requireMember(context)
  const { db, clock } = context
  const relations = relationsTo(actor, stakeholdersOf(contract))
  const mayMark = may(actor, 'contract.mark_obligation', relations)
  const marks = await db
    .select()
    .from(contractObligationMarks)
    .where(eq(contractObligationMarks.contractId, id))
  const noteOf = (key: string) => marks.find((mark) => mark.key === key)?.note ?? null
  const endings = await db.select().from(contractEndings).where(eq(contractEndings.contractId, id))
  const [filing] = await db
    .select({ id: registrations.id })
    .from(registrations)
    .where(eq(registrations.contractId, id))
    .orderBy(desc(registrations.createdAt))
    .limit(1)
  const obligations = await readObligations(db, contract, shanghaiDateOf(clock.now()))
  const mayEnd = may(actor, 'contract.end', relations)
  return {
    contract,
    obligations: obligations.map((obligation) => ({
      ...obligation,
      note: noteOf(obligation.key),
      markable:
        mayMark && obligation.state !== 'done' && MARKED_OBLIGATIONS.some((kind) => kind === obligation.kind),
    })),
    endings,
    registrationId: filing?.id ?? null,
    mayEnd: mayEnd
      ? [
          ...(contractMachine.allows(contract.state, 'perform') ? (['performed'] as const) : []),
          ...(contractMachine.allows(contract.state, 'terminate') ? (['terminated'] as const) : []),
        ]
      : [],
  }
}
