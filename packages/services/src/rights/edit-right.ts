import { inUnitOfWork, refusingOn } from '@market/database'
import { rights } from '@market/database/schema'
import { refuse, shanghaiDateOf } from '@market/domain'
import { rightExpiry } from '@market/domain/listings'
import { readHistory } from '@market/domain/rights'
import { eq } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../index.ts'
import { type RightRecordInput, readRecord, recordRefusals } from './create-right.ts'
import { type RightRow, readDossiers } from './dossiers.ts'
import { holdRight } from './records.ts'
import { holdOffers, settleListings } from './settle-listings.ts'
import { writeOwners } from './write-owners.ts'

export interface EditRightInput extends RightRecordInput {
  id: string
}

/** Its listings are found by its numbers and counted by its filing date. */
const readsDifferently = (before: RightRow, after: RightRow): boolean =>
  before.number !== after.number ||
  before.publicationNumber !== after.publicationNumber ||
  before.filedOn !== after.filedOn

/**
 * Corrects the facts of a record; what its history says stays said. From then on listings take the record's facts.
 * Refuses with `request.invalid`, `right.already_recorded`, and `right.licensed` when the number of a right that stands in
 * the register of grants would change.
 */
export const editRight = (context: ServiceContext, { id, ...input }: EditRightInput): Promise<RightRow> => {
  const actor = requireMember(context)
  return refusingOn(
    { ...recordRefusals, rights_licensed_subject: () => refuse('conflict', 'right.licensed') },
    () =>
      inUnitOfWork(context, async (unit) => {
        const { tx, now } = unit
        const before = await holdRight(tx, actor, id, 'right.edit')
        const today = shanghaiDateOf(now)
        const columns = readRecord(input, today)
        const [dossier] = await readDossiers(tx, [id], today)
        const { legalStatus, grantedOn, compensationDays } = readHistory(columns, dossier?.events ?? [])
        const expiresOn = rightExpiry(columns.kind, columns.filedOn, compensationDays)
        const keptSince = before.keptSince ?? now
        const [after] = await tx
          .update(rights)
          .set({ ...columns, legalStatus, grantedOn, expiresOn, keptSince, updatedAt: now })
          .where(eq(rights.id, id))
          .returning()
        if (!after) throw refuse('not-found', 'right.not_found')
        await writeOwners(tx, id, input.owners)
        if (readsDifferently(before, after)) {
          for (const listing of await holdOffers(unit, id))
            unit.emit({ type: 'listing.changed', subjectId: listing.id, payload: { right: id } })
        }
        await settleListings(unit, id)
        const { organizationId } = before
        unit.audit({
          action: 'right.edit',
          subjectType: 'right',
          subjectId: id,
          organizationId,
          before: { ...before, owners: dossier?.owners ?? [] },
          after: { ...after, owners: input.owners },
        })
        return after
      }),
  )
}
