import { inUnitOfWork, type Transaction } from '@market/database'
import { batchListMembers, batchLists, registrations, registrationVersions } from '@market/database/schema'
import { type CalendarDate, refuse, refuseFields, sumFen } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { and, asc, between, eq, inArray } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../../index.ts'
import { verificationCodeFrom } from '../verification-code.ts'
import { type BatchListRecord, hashMembers } from './records.ts'

export interface CreateBatchListInput {
  /** First and last day of registration. */
  fromOn: CalendarDate
  toOn: CalendarDate
}

/** More would not be read on paper. */
export const MAX_LISTED = 2000

const readLive = async (tx: Transaction, agencyId: string, { fromOn, toOn }: CreateBatchListInput) => {
  const rows = await tx
    .select({ record: registrations, content: registrationVersions.content })
    .from(registrations)
    .innerJoin(
      registrationVersions,
      and(
        eq(registrationVersions.registrationId, registrations.id),
        eq(registrationVersions.version, registrations.version),
      ),
    )
    .where(
      and(
        eq(registrations.agencyId, agencyId),
        inArray(registrations.status, ['valid', 'changed']),
        between(registrations.registeredOn, fromOn, toOn),
      ),
    )
    .orderBy(asc(registrations.number))
    .limit(MAX_LISTED + 1)
  return rows.map(({ record: { id, number, version, registeredOn }, content }) => {
    if (number === null || registeredOn === null) throw new Error(`Registration ${id} has no number.`)
    return { registrationId: id, number, version, registeredOn, content }
  })
}

/**
 * Lists what the actor's agency registered in a period, as it stands now, with a hash and a public code of its own.
 * Refuses with `batch_list.empty` or `batch_list.too_long`.
 */
export const createBatchList = async (
  context: ServiceContext,
  input: CreateBatchListInput,
): Promise<BatchListRecord> => {
  const actor = requireMember(context)
  authorize(actor, 'batch_list.create')
  if (input.toOn < input.fromOn) {
    throw refuseFields('request.invalid', [{ path: 'toOn', code: 'date.before_start' }])
  }
  return inUnitOfWork(context, async ({ tx, now, audit, emit }) => {
    const members = await readLive(tx, actor.organizationId, input)
    if (members.length === 0) throw refuse('precondition', 'batch_list.empty')
    if (members.length > MAX_LISTED) throw refuse('limit', 'batch_list.too_long', { max: MAX_LISTED })
    const [list] = await tx
      .insert(batchLists)
      .values({
        id: context.ids.next(),
        agencyId: actor.organizationId,
        fromOn: input.fromOn,
        toOn: input.toOn,
        contractCount: members.length,
        contractAmountFen: sumFen(members.map(({ content }) => content.contractAmountFen)),
        technologyAmountFen: sumFen(members.map(({ content }) => content.technologyAmountFen)),
        sha256: hashMembers(members),
        verificationCode: verificationCodeFrom(context.secrets.next()),
        createdBy: actor.userId,
        createdAt: now,
      })
      .returning()
    if (!list) throw new Error('The list was not stored.')
    await tx.insert(batchListMembers).values(
      members.map(({ registrationId, version }, index) => ({
        batchListId: list.id,
        position: index + 1,
        registrationId,
        version,
      })),
    )
    const { verificationCode: _, ...after } = list
    const trail = { subjectType: 'batch_list', subjectId: list.id, organizationId: list.agencyId }
    audit({ ...trail, action: 'batch_list.create', after })
    emit({ type: 'batch_list.created', subjectId: list.id })
    return list
  })
}
