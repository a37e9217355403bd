import type { AccountReading, PaymentGateway } from '@market/adapters/payments'
import { inUnitOfWork, type WorkContext } from '@market/database'
import { payoutAccounts } from '@market/database/schema'
import { refuseFields } from '@market/domain'
import { bankAccountProblems, normalizeAccountNumber } from '@market/domain/payments'
import { authorize, may, relationsTo } from '@market/domain/policy'
import { and, eq, isNull, or } from 'drizzle-orm'
import { alreadyDone, type MemberActor, requireMember, type ServiceContext, unlessDone } from '../../index.ts'
import { type OnlineSettings, requireGateway } from '../online/online-context.ts'

export type PayoutAccountRow = typeof payoutAccounts.$inferSelect

export interface PayoutAccountView {
  account: PayoutAccountRow | null
  canEdit: boolean
}

const ownRelations = (actor: MemberActor) => relationsTo(actor, { organizationId: actor.organizationId })

const findAccount = async (
  { db }: Pick<WorkContext, 'db'>,
  organizationId: string,
): Promise<PayoutAccountRow | null> => {
  const [account] = await db
    .select()
    .from(payoutAccounts)
    .where(eq(payoutAccounts.organizationId, organizationId))
  return account ?? null
}

/** Where the actor's organization takes money. */
export const getPayoutAccount = async (context: ServiceContext): Promise<PayoutAccountView> => {
  const actor = requireMember(context)
  authorize(actor, 'payout_account.read', ownRelations(actor))
  return {
    account: await findAccount(context, actor.organizationId),
    canEdit: may(actor, 'payout_account.edit', ownRelations(actor)),
  }
}

export interface EditBankAccountInput {
  holder: string
  bank: string
  accountNumber: string
}

/** Sets the bank account that instructions name from now on. Refuses with `payment.invalid`. */
export const editBankAccount = (context: ServiceContext, input: EditBankAccountInput): Promise<void> => {
  const actor = requireMember(context)
  authorize(actor, 'payout_account.edit', ownRelations(actor))
  const account = {
    holder: input.holder.trim(),
    bank: input.bank.trim(),
    accountNumber: normalizeAccountNumber(input.accountNumber),
  }
  const problems = bankAccountProblems(account)
  if (problems.length > 0) throw refuseFields('payment.invalid', problems)
  const { organizationId } = actor
  return inUnitOfWork(context, async ({ tx, now, audit }) => {
    const [before] = await tx
      .select()
      .from(payoutAccounts)
      .where(eq(payoutAccounts.organizationId, organizationId))
      .for('update')
    const values = { ...account, updatedAt: now }
    await tx
      .insert(payoutAccounts)
      .values({ organizationId, ...values })
      .onConflictDoUpdate({ target: payoutAccounts.organizationId, set: values })
    const trail = { subjectType: 'payout_account', subjectId: organizationId, organizationId }
    audit({ ...trail, action: 'payout_account.edit', before: before ?? null, after: account })
  })
}

const standingOf = ({ chargesEnabled, payoutsEnabled, detailsSubmitted }: AccountReading) => ({
  chargesEnabled,
  payoutsEnabled,
  detailsSubmitted,
})

/** Notes what Stripe says of an account; the first account an organization is given stays its own. */
const noteAccount = (
  context: WorkContext,
  organizationId: string,
  reading: AccountReading,
): Promise<boolean> =>
  unlessDone(context, async ({ tx, now, audit }) => {
    const standing = standingOf(reading)
    const { gatewayAccountId } = payoutAccounts
    const changes = { gatewayAccountId: reading.accountId, ...standing, checkedAt: now, updatedAt: now }
    await tx.insert(payoutAccounts).values({ organizationId, updatedAt: now }).onConflictDoNothing()
    const [after] = await tx
      .update(payoutAccounts)
      .set(changes)
      .where(
        and(
          eq(payoutAccounts.organizationId, organizationId),
          or(isNull(gatewayAccountId), eq(gatewayAccountId, reading.accountId)),
        ),
      )
      .returning()
    if (!after) throw alreadyDone()
    const trail = { subjectType: 'payout_account', subjectId: organizationId, organizationId }
    audit({
      ...trail,
      action: 'payout_account.synchronize',
      after: { accountId: reading.accountId, ...standing },
    })
  })

/** Reads an organization's account anew at Stripe. */
export const synchronizeAccount = async (
  context: WorkContext,
  gateway: PaymentGateway,
  organizationId: string,
): Promise<void> => {
  const account = await findAccount(context, organizationId)
  if (account?.gatewayAccountId == null) return
  const reading = await gateway.readAccount(account.gatewayAccountId)
  const known =
    reading &&
    Object.entries(standingOf(reading)).every(([key, value]) =>
      Object.entries(account).some(([name, stored]) => name === key && stored === value),
    )
  if (reading && !known) await noteAccount(context, organizationId, reading)
}

/**
 * Leads to Stripe's own pages, where the organization enters what Stripe has to know before money can be passed on; the
 * account is made the first time. Refuses with `payment.online_not_offered` or what Stripe refuses.
 */
export const openPayoutAccount = async (
  context: ServiceContext,
  { gateway: offered, publicUrl }: OnlineSettings,
): Promise<string> => {
  const actor = requireMember(context)
  authorize(actor, 'payout_account.edit', ownRelations(actor))
  const gateway = requireGateway(offered)
  const { organizationId } = actor
  const known = (await findAccount(context, organizationId))?.gatewayAccountId ?? null
  if (known === null) {
    await noteAccount(context, organizationId, await gateway.openAccount(organizationId))
  }
  const accountId = known ?? (await findAccount(context, organizationId))?.gatewayAccountId
  if (accountId == null) throw new Error(`Organization ${organizationId} has no account.`)
  return gateway.linkAccount({ accountId, returnUrl: `${publicUrl}/workspace/payments/account?from=stripe` })
}

/** Asks Stripe anew how far the account is. Refuses with `payment.online_not_offered`. */
export const refreshPayoutAccount = async (
  context: ServiceContext,
  gateway: PaymentGateway | null,
): Promise<PayoutAccountView> => {
  const actor = requireMember(context)
  authorize(actor, 'payout_account.edit', ownRelations(actor))
  await synchronizeAccount(context, requireGateway(gateway), actor.organizationId)
  return getPayoutAccount(context)
}
