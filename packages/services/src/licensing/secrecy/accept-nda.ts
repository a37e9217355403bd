import { inUnitOfWork, refusingOn, type Transaction } from '@market/database'
import { ndaAgreements, users } from '@market/database/schema'
import { refuse, shanghaiDateOf } from '@market/domain'
import { ndaLastDay } from '@market/domain/licensing'
import { authorize } from '@market/domain/policy'
import { eq } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../../index.ts'
import { isBarred } from './get-confidentiality.ts'
import {
  type AgreementRow,
  confidentialFilesOf,
  findGuarded,
  isOnMarket,
  lastAgreement,
  organizationsOf,
  relationsToGuarded,
  standingOf,
  textFor,
} from './nda-records.ts'
import { templateOf } from './nda-templates.ts'

export interface AcceptNdaInput {
  listingId: string
  /** Of the text that was read; another text is not accepted by it. */
  sha256: string
}

const inForce = () => refuse('conflict', 'nda.already_in_force')

const nameOf = async (tx: Transaction, userId: string): Promise<string> => {
  const [row] = await tx.select({ name: users.name }).from(users).where(eq(users.id, userId))
  if (!row) throw new Error('A signatory without an account cannot exist.')
  return row.name
}

const textToAccept = async (tx: Transaction, listingId: string, readerId: string) => {
  const guarded = await findGuarded(tx, listingId)
  const template = await templateOf(tx, guarded.owner.id)
  const reader = (await organizationsOf(tx, [readerId])).get(readerId)
  if (!reader) throw refuse('precondition', 'organization.required')
  return { guarded, template, text: textFor(guarded, reader, template) }
}

/**
 * A signatory binds the organization to secrecy over a listing's files. Refuses with `listing.not_found`,
 * `nda.nothing_confidential`, `nda.already_in_force`, `nda.barred` (the owner has withdrawn from it), and
 * `nda.text_changed` when the text is no longer the one that was read.
 */
export const acceptNda = async (
  context: ServiceContext,
  { listingId, sha256 }: AcceptNdaInput,
): Promise<AgreementRow> => {
  const actor = requireMember(context)
  const { organizationId, userId } = actor
  return refusingOn({ nda_agreements_one: inForce }, () =>
    inUnitOfWork(context, async ({ tx, now, audit, emit }) => {
      const { guarded, template, text } = await textToAccept(tx, listingId, organizationId)
      authorize(actor, 'nda.accept', relationsToGuarded(actor, guarded))
      const today = shanghaiDateOf(now)
      const last = await lastAgreement(tx, listingId, organizationId)
      if (last && standingOf(last, today) === 'in_force') throw inForce()
      if (isBarred(last)) throw refuse('conflict', 'nda.barred')
      if (!isOnMarket(guarded) || (await confidentialFilesOf(tx, listingId)).length === 0) {
        throw refuse('conflict', 'nda.nothing_confidential')
      }
      if (text.sha256 !== sha256) throw refuse('conflict', 'nda.text_changed')
      const [agreement] = await tx
        .insert(ndaAgreements)
        .values({
          ...text,
          id: context.ids.next(),
          listingId,
          ownerId: guarded.owner.id,
          readerId: organizationId,
          templateId: template.id,
          acceptedBy: userId,
          signatoryName: await nameOf(tx, userId),
          acceptedAt: now,
          acceptedOn: today,
          expiresOn: ndaLastDay(today, template.months),
        })
        .returning()
      if (!agreement) throw new Error('The agreement was not stored.')
      const { bodyZh: _zh, bodyEn: _en, ...after } = agreement
      const subject = { subjectType: 'nda', subjectId: agreement.id, organizationId }
      audit({ action: 'nda.accept', ...subject, after })
      emit({ type: 'nda.accepted', subjectId: agreement.id, payload: partiesOf(agreement, organizationId) })
      return agreement
    }),
  )
}

/** What an event about an agreement tells its readers. */
export const partiesOf = (
  { listingId, ownerId, readerId }: AgreementRow,
  byOrganizationId: string,
): Record<string, unknown> => ({ listingId, ownerId, readerId, byOrganizationId })
