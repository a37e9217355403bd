import { inUnitOfWork } from '@market/database'
import { needs } from '@market/database/schema'
import { authorize } from '@market/domain/policy'
import { requireMember, type ServiceContext } from '../index.ts'
import { editNeedContent, emptyNeed, type NeedEdit } from './content.ts'
import { type NeedView, viewWorkingNeed } from './view-need.ts'

// Nanning, where an organization without a region of its own is taken to be.
const DEFAULT_REGION = '450100'

/** Begins a draft; it may be empty. Refuses with `request.invalid` as an edit does. */
export const createNeed = async (context: ServiceContext, edit: NeedEdit): Promise<NeedView> => {
  const member = requireMember(context)
  authorize(member, 'need.create')
  const { organizationId, userId } = member
  const working = editNeedContent(emptyNeed(member.organizationRegionCode ?? DEFAULT_REGION), edit)
  return inUnitOfWork(context, async ({ tx, now, audit }) => {
    const [need] = await tx
      .insert(needs)
      .values({
        id: context.ids.next(),
        organizationId,
        state: 'draft',
        working,
        regionCode: working.regionCode,
        createdBy: userId,
        createdAt: now,
        updatedAt: now,
      })
      .returning()
    if (!need) throw new Error('The need was not stored.')
    audit({ action: 'need.create', subjectType: 'need', subjectId: need.id, organizationId, after: working })
    return viewWorkingNeed(tx, need, { actor: member, now })
  })
}
