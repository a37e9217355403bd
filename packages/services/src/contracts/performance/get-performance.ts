import { contractEndings, contractObligationMarks, files, registrations } from '@market/database/schema'
import { shanghaiDateOf } from '@market/domain'
import { contractMachine, MARKED_OBLIGATIONS, type Obligation } from '@market/domain/contracts'
import { may, relationsTo } from '@market/domain/policy'
import { desc, eq } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../../index.ts'
import { type ContractRow, stakeholdersOf } from '../contract-records.ts'
import { findContract } from '../text/get-text.ts'
import { readObligations } from './read-obligations.ts'

interface MarkedObligation extends Obligation {
  note: string | null
  /** For the two sides; agencies do not see it. */
  evidence: { fileId: string; name: string; sizeBytes: number } | null
  markable: boolean
}

export interface PerformanceRecord {
  contract: ContractRow
  obligations: MarkedObligation[]
  endings: (typeof contractEndings.$inferSelect)[]
  /** Its filing, where there is one. */
  registrationId: string | null
  mayEnd: ('performed' | 'terminated')[]
}

const marksOf = async (context: ServiceContext, { id, sellerId, buyerId }: ContractRow) => {
  const sides = relationsTo(context.actor, { sellerOrganizationId: sellerId, buyerOrganizationId: buyerId })
  const shown = sides.length > 0 && may(context.actor, 'file.read', sides)
  const evidence = { fileId: files.id, name: files.name, sizeBytes: files.sizeBytes }
  const rows = await context.db
    .select({ key: contractObligationMarks.key, note: contractObligationMarks.note, evidence })
    .from(contractObligationMarks)
    .leftJoin(files, eq(files.id, contractObligationMarks.fileId))
    .where(eq(contractObligationMarks.contractId, id))
  return new Map(
    rows.map(({ key, note, evidence }) => [key, { note, evidence: shown ? evidence : null }] as const),
  )
}

/** What is to be done under a contract, by day, and how it ends. Refuses with `contract.not_found`. */
export const getPerformance = async (context: ServiceContext, id: string): Promise<PerformanceRecord> => {
  const contract = await findContract(context, id)
  const actor = requireMember(context)
  const { db, clock } = context
  const relations = relationsTo(actor, stakeholdersOf(contract))
  const mayMark = may(actor, 'contract.mark_obligation', relations)
  const marks = await marksOf(context, contract)
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
      note: marks.get(obligation.key)?.note ?? null,
      evidence: marks.get(obligation.key)?.evidence ?? null,
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
