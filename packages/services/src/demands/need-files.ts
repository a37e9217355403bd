import type { NeedAttachment } from '@market/database/schema'
import { refuse } from '@market/domain'
import { moveNeedText, NEED_LIMITS } from '@market/domain/demands'
import { assertAttachable } from '../files/index.ts'
import type { ServiceContext } from '../index.ts'
import { changeNeed, type NeedChange, type NeedWork } from './change-need.ts'
import { differences } from './content.ts'
import type { NeedView } from './view-need.ts'

const withAttachments = ({ need }: NeedWork, attachments: NeedAttachment[]): NeedChange => {
  const next = moveNeedText(need, 'edit')
  const working = { ...need.working, attachments }
  return {
    changes: { ...next, working, revision: need.revision + 1 },
    trail: differences(need.working, working),
  }
}

export type AttachNeedFileInput = Omit<NeedAttachment, 'id'> & { needId: string }

/**
 * Adds an uploaded file to the working text; it becomes as readable as the need once that is published. Refuses with
 * `request.invalid` for a file that is not the poster's and for a picture nobody has described,
 * `need.file_already_attached`, `need.too_many_attachments` or `need.wrong_state`.
 */
export const attachNeedFile = (
  context: ServiceContext,
  { needId, ...attachment }: AttachNeedFileInput,
): Promise<NeedView> =>
  changeNeed(context, needId, { action: 'need.attach_file' }, async (work) => {
    const { organizationId, working } = work.need
    const id = context.ids.next()
    const change = withAttachments(work, [...working.attachments, { id, ...attachment }])
    await assertAttachable(work.unit.tx, {
      ...attachment,
      organizationId,
      purpose: 'need_attachment',
      shown: true,
    })
    if (working.attachments.some(({ fileId }) => fileId === attachment.fileId)) {
      throw refuse('conflict', 'need.file_already_attached')
    }
    if (working.attachments.length >= NEED_LIMITS.attachments) {
      throw refuse('conflict', 'need.too_many_attachments', { max: NEED_LIMITS.attachments })
    }
    return change
  })

export interface DetachNeedFileInput {
  needId: string
  attachmentId: string
}

/** Takes a file out of the working text; the published text keeps it until the change is published. */
export const detachNeedFile = (
  context: ServiceContext,
  { needId, attachmentId }: DetachNeedFileInput,
): Promise<NeedView> =>
  changeNeed(context, needId, { action: 'need.detach_file' }, (work) => {
    const { attachments } = work.need.working
    const left = attachments.filter(({ id }) => id !== attachmentId)
    const change = withAttachments(work, left)
    if (left.length === attachments.length) throw refuse('not-found', 'attachment.not_found')
    return change
  })
