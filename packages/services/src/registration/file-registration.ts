import { inUnitOfWork, refusingOn, type Transaction } from '@market/database'
import { contracts, registrations } from '@market/database/schema'
import { type Actor, refuse } from '@market/domain'
import { REGISTRABLE_CONTRACT_STATES } from '@market/domain/contracts'
import { authorize, relationsTo } from '@market/domain/policy'
import { regimeFor } from '@market/domain/regimes'
import { fingerprint } from '@market/domain/registration'
import { and, desc, eq } from 'drizzle-orm'
import { asAmended } from '../contracts/index.ts'
import { requireMember, type ServiceContext } from '../index.ts'
import { beyondContract, corrected, type RegistrationFormChange } from './form.ts'
import { isDated, prefilledForm } from './prefill.ts'
import { auditRegistration, constraintRefusals, type RegistrationRecord } from './records.ts'

export interface FileRegistrationInput extends RegistrationFormChange {
  contractId: string
}

/** Held so that it is neither taken back nor entrusted to another agency meanwhile. */
const lockSignedContract = async (tx: Transaction, actor: Actor, id: string) => {
  const [contract] = await tx.select().from(contracts).where(eq(contracts.id, id)).for('update')
  if (!contract) throw refuse('not-found', 'contract.not_found')
  const stakeholders = {
    sellerOrganizationId: contract.sellerId,
    buyerOrganizationId: contract.buyerId,
    agencyOrganizationId: contract.agencyId,
  }
  authorize(actor, 'registration.file', relationsTo(actor, stakeholders))
  assertRegistrable(contract.state)
  if (!isDated(contract)) throw new Error('A signed contract without dates cannot exist.')
  return contract
}

/** Refuses with `contract.wrong_state` what is not signed by both sides, or no longer binds them. */
const assertRegistrable = (state: (typeof contracts.$inferSelect)['state']): void => {
  const allowed: readonly string[] = REGISTRABLE_CONTRACT_STATES
  if (!allowed.includes(state)) throw refuse('conflict', 'contract.wrong_state', { state, allowed })
}

/** Asked again at each step: a contract may be terminated meanwhile. An imported one has none to ask. */
export const requireStillRegistrable = async (tx: Transaction, contractId: string | null): Promise<void> => {
  if (contractId === null) return
  const [contract] = await tx
    .select({ state: contracts.state })
    .from(contracts)
    .where(eq(contracts.id, contractId))
  if (contract) assertRegistrable(contract.state)
}

/** What the agency wrote into a filing of this contract that was refused, so that it is not typed again. */
const writtenBefore = async (tx: Transaction, contractId: string, agencyId: string) => {
  const [refused] = await tx
    .select()
    .from(registrations)
    .where(
      and(
        eq(registrations.contractId, contractId),
        eq(registrations.agencyId, agencyId),
        eq(registrations.state, 'refused'),
      ),
    )
    .orderBy(desc(registrations.decidedAt))
    .limit(1)
  return refused ? beyondContract(refused) : {}
}

/**
 * Starts the registration of a contract entrusted to the actor's agency: a draft filled from contract, parties and
 * listing, with what the agency wrote in a filing that was refused and the filer's corrections. Refuses with `contract.wrong_state` or `registration.duplicate`.
 */
export const fileRegistration = async (
  context: ServiceContext,
  { contractId, ...corrections }: FileRegistrationInput,
): Promise<RegistrationRecord> => {
  const actor = requireMember(context)
  return refusingOn(constraintRefusals, () =>
    inUnitOfWork(context, async (unit) => {
      const { tx, now } = unit
      const contract = await lockSignedContract(tx, actor, contractId)
      const { sellerId, buyerId } = contract
      const [amended = contract] = await asAmended(tx, [contract])
      const before = await writtenBefore(tx, contractId, actor.organizationId)
      const form = corrected(await prefilledForm(tx, amended), { ...before, ...corrections })
      const [registration] = await tx
        .insert(registrations)
        .values({
          ...form,
          id: context.ids.next(),
          contractId,
          agencyId: actor.organizationId,
          sellerId,
          buyerId,
          state: 'draft',
          regimeKey: regimeFor(form.signedOn).key,
          fingerprint: fingerprint({ sellerId, buyerId, ...form }),
          filedBy: actor.userId,
          filers: [actor.userId],
          createdAt: now,
          updatedAt: now,
        })
        .returning()
      if (!registration) throw new Error('The registration was not stored.')
      auditRegistration(unit, 'registration.file', null, registration)
      return registration
    }),
  )
}
