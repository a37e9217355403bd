import { inUnitOfWork, type Transaction, type UnitOfWork } from '@market/database'
import { contracts, paymentDues, type paymentRefunds, payments } from '@market/database/schema'
import { refuse } from '@market/domain'
import { type Action, authorize, type Relation, relationsTo } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'
import type { ContractRow } from '../contracts/index.ts'
import { type MemberActor, requireMember, type ServiceContext } from '../index.ts'

export type DueRow = typeof paymentDues.$inferSelect
export type PaymentRow = typeof payments.$inferSelect
export type RefundRow = typeof paymentRefunds.$inferSelect

export type PaymentAction = Action & `payment.${string}`

/** The parties of the contract; whoever confirmed a payment first stands to it as its filer. */
export const relationsToPayment = (
  actor: MemberActor,
  { sellerId, buyerId, agencyId }: Pick<ContractRow, 'sellerId' | 'buyerId' | 'agencyId'>,
  firstConfirmedBy: string | null = null,
): Relation[] =>
  relationsTo(actor, {
    sellerOrganizationId: sellerId,
    buyerOrganizationId: buyerId,
    agencyOrganizationId: agencyId,
    filedByUserId: firstConfirmedBy,
  })

/** The contract, held: its ledger moves one posting at a time. Refuses with `payment.not_found`. */
export const holdLedger = async (tx: Transaction, contractId: string): Promise<ContractRow> => {
  const [contract] = await tx.select().from(contracts).where(eq(contracts.id, contractId)).for('update')
  if (!contract) throw refuse('not-found', 'payment.not_found')
  return contract
}

export interface Deal {
  unit: UnitOfWork
  actor: MemberActor
  contract: ContractRow
}

/** The common walk of a verb on a contract's money: hold the ledger, ask the policy, work. */
export const onContract = <T>(
  context: ServiceContext,
  contractId: string,
  action: PaymentAction,
  work: (deal: Deal) => Promise<T>,
): Promise<T> => {
  const actor = requireMember(context)
  return inUnitOfWork(context, async (unit) => {
    const contract = await holdLedger(unit.tx, contractId)
    authorize(actor, action, relationsToPayment(actor, contract))
    return work({ unit, actor, contract })
  })
}

const dueOf = async (tx: Transaction, id: string): Promise<DueRow> => {
  const [due] = await tx.select().from(paymentDues).where(eq(paymentDues.id, id))
  if (!due) throw refuse('not-found', 'payment.not_found')
  return due
}

/** The same for one due amount. Refuses with `payment.not_found`. */
export const onDue = <T>(
  context: ServiceContext,
  dueId: string,
  action: PaymentAction,
  work: (deal: Deal & { due: DueRow }) => Promise<T>,
): Promise<T> => {
  const actor = requireMember(context)
  return inUnitOfWork(context, async (unit) => {
    const { contractId } = await dueOf(unit.tx, dueId)
    const contract = await holdLedger(unit.tx, contractId)
    authorize(actor, action, relationsToPayment(actor, contract))
    return work({ unit, actor, contract, due: await dueOf(unit.tx, dueId) })
  })
}

const paymentOf = async (tx: Transaction, id: string): Promise<PaymentRow> => {
  const [payment] = await tx.select().from(payments).where(eq(payments.id, id))
  if (!payment) throw refuse('not-found', 'payment.not_found')
  return payment
}

export interface PaymentWork {
  unit: UnitOfWork
  contract: ContractRow
  due: DueRow
  payment: PaymentRow
}

/** A payment with its amount and contract, its ledger held. Refuses with `payment.not_found`. */
export const holdPayment = async (unit: UnitOfWork, paymentId: string): Promise<PaymentWork> => {
  const { contractId, dueId } = await paymentOf(unit.tx, paymentId)
  const contract = await holdLedger(unit.tx, contractId)
  // Read again: it may have moved while we waited for the ledger.
  return { unit, contract, due: await dueOf(unit.tx, dueId), payment: await paymentOf(unit.tx, paymentId) }
}

/** The same for one payment, by somebody. */
export const onPayment = <T>(
  context: ServiceContext,
  paymentId: string,
  action: PaymentAction,
  work: (deal: PaymentWork & { actor: MemberActor }) => Promise<T>,
): Promise<T> => {
  const actor = requireMember(context)
  return inUnitOfWork(context, async (unit) => {
    const held = await holdPayment(unit, paymentId)
    authorize(actor, action, relationsToPayment(actor, held.contract, held.payment.firstConfirmedBy))
    return work({ ...held, actor })
  })
}

/** Stores a payment's next state, if it is still in the one it was read in. Refuses with `payment.changed_meanwhile`. */
export const storePayment = async (
  { tx, now }: UnitOfWork,
  before: PaymentRow,
  changes: Partial<PaymentRow>,
): Promise<PaymentRow> => {
  const [after] = await tx
    .update(payments)
    .set({ ...changes, updatedAt: now })
    .where(and(eq(payments.id, before.id), eq(payments.state, before.state)))
    .returning()
  if (!after) throw refuse('conflict', 'payment.changed_meanwhile')
  return after
}

export const storeDue = async (
  { tx, now }: UnitOfWork,
  before: DueRow,
  changes: Partial<DueRow>,
): Promise<DueRow> => {
  const [after] = await tx
    .update(paymentDues)
    .set({ ...changes, updatedAt: now })
    .where(and(eq(paymentDues.id, before.id), eq(paymentDues.state, before.state)))
    .returning()
  if (!after) throw refuse('conflict', 'payment.changed_meanwhile')
  return after
}

/** What the trail tells of a step on a payment; it stands at whoever moved, or at the seller. */
export const auditPayment = (
  { audit }: UnitOfWork,
  action: string,
  contract: ContractRow,
  { before, after, actor }: { before?: PaymentRow | undefined; after: PaymentRow; actor?: MemberActor },
): void => {
  audit({
    action,
    subjectType: 'payment',
    subjectId: after.id,
    organizationId: actor?.organizationId ?? contract.sellerId,
    ...(before ? { before: trailOf(before) } : {}),
    after: trailOf(after),
  })
}

/** A checkout's address lets anybody pay; it stays out of the trail. */
const trailOf = ({ checkoutUrl, ...rest }: PaymentRow) => rest
