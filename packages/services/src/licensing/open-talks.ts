import type { UnitOfWork } from '@market/database'
import { requests } from '@market/database/schema'
import { refuseFields } from '@market/domain'
import { type Application, modeProblems, type RequestTerms } from '@market/domain/licensing'
import type { MemberActor, ServiceContext } from '../index.ts'
import { readOfferedModes } from './read-offered-modes.ts'
import type { RequestRow } from './request-records.ts'
import { exclusivityFrom, type Written } from './written-terms.ts'

export type TalksInput = Written<RequestTerms> & {
  needAnswerId: string
  ownerId: string
  application: Application
}

/**
 * Begins talks over a proposal to a need, already accepted by both: the proposer offered, the poster took it up.
 * Refuses with `request.invalid` for a way the need does not wish for.
 */
export const openTalks = async (
  context: ServiceContext,
  unit: UnitOfWork,
  actor: MemberActor,
  input: TalksInput,
): Promise<RequestRow> => {
  const offered = await readOfferedModes(unit.tx, { listingId: null, needAnswerId: input.needAnswerId })
  const problems = modeProblems(input.transferMode, offered)
  if (problems.length > 0) throw refuseFields('request.invalid', problems)
  const [request] = await unit.tx
    .insert(requests)
    .values({
      ...input,
      id: context.ids.next(),
      exclusivity: exclusivityFrom(input),
      requesterId: actor.organizationId,
      state: 'accepted',
      createdBy: actor.userId,
      createdAt: unit.now,
      updatedAt: unit.now,
      answeredAt: unit.now,
    })
    .returning()
  if (!request) throw new Error('The request was not stored.')
  unit.audit({
    action: 'request.create',
    subjectType: 'request',
    subjectId: request.id,
    organizationId: actor.organizationId,
    after: request,
  })
  return request
}
