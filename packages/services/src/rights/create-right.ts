import { inUnitOfWork, refusingOn } from '@market/database'
import { rights } from '@market/database/schema'
import { type CalendarDate, type FieldProblem, refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import type { RightSource } from '@market/domain/codes'
import { type RightFacts, readRightNumber, rightExpiry, rightProblems } from '@market/domain/listings'
import { authorize } from '@market/domain/policy'
import type { OwnerPart } from '@market/domain/rights'
import { requireMember, type ServiceContext } from '../index.ts'
import type { RightRow } from './dossiers.ts'
import { requireOwners, writeOwners } from './write-owners.ts'

export interface RightRecordInput extends Omit<RightFacts, 'ownerNames' | 'inventorNames'> {
  owners: OwnerPart[]
  inventorNames: string[]
  publicationNumber: string | null
  publishedOn: CalendarDate | null
  /** Null where nobody has said. */
  publiclyFunded: boolean | null
  fundingWords: string
  checkedOn: CalendarDate | null
  checkedSource: RightSource | null
}

const datesProblems = (input: RightRecordInput, today: CalendarDate): FieldProblem[] => {
  const { filedOn, publishedOn, checkedOn, checkedSource } = input
  const problems: FieldProblem[] = []
  if (publishedOn !== null && filedOn !== null && publishedOn < filedOn) {
    problems.push({ path: 'publishedOn', code: 'right.published_before_filed' })
  }
  if (checkedOn !== null && checkedOn > today) {
    problems.push({ path: 'checkedOn', code: 'right_event.in_future' })
  }
  if ((checkedOn === null) !== (checkedSource === null)) {
    problems.push({ path: checkedOn === null ? 'checkedOn' : 'checkedSource', code: 'field.required' })
  }
  return problems
}

// A record may well be of a right that has ended; only an offer may not.
const OFFER_ONLY = ['right.expired', 'right.not_in_force', 'right.owner_required']

/** The columns of what was typed. Refuses with `request.invalid`, wrong numbers with the position of the character. */
export const readRecord = (input: RightRecordInput, today: CalendarDate) => {
  const { owners, kind, title, inventorNames, filedOn, grantedOn, legalStatus } = input
  requireOwners(owners)
  const ownerNames = owners.map(({ name }) => name)
  const { value: number } = readRightNumber(input, 'number')
  const problems = rightProblems({ ...input, ownerNames }, '', today)
    .filter(({ code }) => !OFFER_ONLY.includes(code))
    .map((problem) => ({ ...problem, path: problem.path.replace(/^\./, '') }))
  const all = [...problems, ...datesProblems(input, today)]
  if (all.length > 0) throw refuseFields('request.invalid', all)
  const { publicationNumber, publishedOn, publiclyFunded, fundingWords, checkedOn, checkedSource } = input
  const stated = { kind, number, title, ownerNames, inventorNames, filedOn, grantedOn, legalStatus }
  const looked = { publicationNumber, publishedOn, publiclyFunded, fundingWords, checkedOn, checkedSource }
  return { ...stated, ...looked, expiresOn: rightExpiry(kind, filedOn) }
}

export const recordRefusals = {
  rights_number_once_per_organization: () => refuse('conflict', 'right.already_recorded'),
}

/**
 * Records a right of the acting organization, whether or not anything is listed yet. Refuses with `request.invalid` and
 * `right.already_recorded` (the organization has that number).
 */
export const createRight = async (context: ServiceContext, input: RightRecordInput): Promise<RightRow> => {
  const actor = requireMember(context)
  authorize(actor, 'right.create')
  const { organizationId } = actor
  return refusingOn(recordRefusals, () =>
    inUnitOfWork(context, async ({ tx, now, audit }) => {
      const columns = readRecord(input, shanghaiDateOf(now))
      const [right] = await tx
        .insert(rights)
        .values({
          ...columns,
          id: context.ids.next(),
          organizationId,
          createdAt: now,
          keptSince: now,
          updatedAt: now,
        })
        .returning()
      if (!right) throw new Error('The right was not stored.')
      await writeOwners(tx, right.id, input.owners)
      const after = { ...columns, owners: input.owners }
      audit({ action: 'right.create', subjectType: 'right', subjectId: right.id, organizationId, after })
      return right
    }),
  )
}
