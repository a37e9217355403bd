import { organizations } from '@market/database/schema'
import { refuse, shanghaiDateOf } from '@market/domain'
import { isMarkable, type NdaStanding, type NdaText } from '@market/domain/licensing'
import { authorize, may } from '@market/domain/policy'
import { eq } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../../index.ts'
import {
  type AgreementRow,
  type ConfidentialFile,
  confidentialFilesOf,
  findGuarded,
  type GuardedListing,
  isOnMarket,
  lastAgreement,
  relationsToAgreement,
  relationsToGuarded,
  standingOf,
  textFor,
} from './nda-records.ts'
import { templateOf } from './nda-templates.ts'

export type SecrecyAction = 'nda.accept' | 'nda.withdraw' | 'confidential_file.open'

export interface ConfidentialityRecord extends GuardedListing {
  /** How many there are; their names are shown to those alone who are bound. */
  fileCount: number
  files: (ConfidentialFile & { opens: boolean })[]
  /** What is to be accepted now. */
  text: NdaText & { sha256: string }
  months: number
  ownWords: boolean
  /** The last one of the acting organization. */
  agreement: (AgreementRow & { standing: NdaStanding }) | null
  actions: SecrecyAction[]
}

const findOrganization = async ({ db }: ServiceContext, id: string) => {
  const [row] = await db.select().from(organizations).where(eq(organizations.id, id))
  if (!row) throw refuse('precondition', 'organization.required')
  return row
}

/** An owner's no is kept: it would be none if another click undid it. */
export const isBarred = (agreement: AgreementRow | null): boolean =>
  agreement !== null && agreement.withdrawnFor === agreement.ownerId

/**
 * What the acting organization may see of a listing's confidential files, and on which terms. Once bound, it finds them
 * here even after the listing has left the market. Refuses with `listing.not_found`.
 */
export const getConfidentiality = async (
  context: ServiceContext,
  listingId: string,
): Promise<ConfidentialityRecord> => {
  const actor = requireMember(context)
  const { db, clock } = context
  const { organizationId } = actor
  const guarded = await findGuarded(db, listingId)
  const last = await lastAgreement(db, listingId, organizationId)
  if (last === null) authorize(actor, 'listing.read', relationsToGuarded(actor, guarded))
  const template = await templateOf(db, guarded.owner.id)
  const held = await confidentialFilesOf(db, listingId)
  const standing = last && standingOf(last, shanghaiDateOf(clock.now()))
  const bound = last !== null && standing === 'in_force'
  const relations = last ? relationsToAgreement(actor, last) : []
  const asks = !bound && !isBarred(last) && held.length > 0 && isOnMarket(guarded)
  const actions: SecrecyAction[] = []
  if (asks && may(actor, 'nda.accept', relationsToGuarded(actor, guarded))) actions.push('nda.accept')
  if (bound && may(actor, 'nda.withdraw', relations)) actions.push('nda.withdraw')
  if (bound && may(actor, 'confidential_file.open', relations)) actions.push('confidential_file.open')
  return {
    ...guarded,
    fileCount: held.length,
    files: bound ? held.map((file) => ({ ...file, opens: isMarkable(file.mediaType) })) : [],
    text: textFor(guarded, await findOrganization(context, organizationId), template),
    months: template.months,
    ownWords: template.id !== null,
    agreement: last && standing && { ...last, standing },
    actions,
  }
}
