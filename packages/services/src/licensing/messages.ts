import { type Database, inUnitOfWork } from '@market/database'
import { requestFiles, requestMessages, requests, users } from '@market/database/schema'
import { refuseFields } from '@market/domain'
import { requireTalking } from '@market/domain/licensing'
import { authorize } from '@market/domain/policy'
import { asc, eq } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../index.ts'
import { requireDealFiles } from './deal-files.ts'
import { holdRequest, relationsToRequest, requestEvent } from './request-records.ts'

export type MessageRow = typeof requestMessages.$inferSelect

export interface MessageRecord extends MessageRow {
  /** The person who wrote it, as they call themselves. */
  writer: string
}

/** The thread of a request, oldest first. */
export const messagesOf = async (db: Database, requestId: string): Promise<MessageRecord[]> => {
  const rows = await db
    .select({ message: requestMessages, writer: users.name })
    .from(requestMessages)
    .innerJoin(users, eq(users.id, requestMessages.userId))
    .where(eq(requestMessages.requestId, requestId))
    .orderBy(asc(requestMessages.createdAt), asc(requestMessages.id))
  return rows.map(({ message, writer }) => ({ ...message, writer }))
}

export interface SendMessageInput {
  requestId: string
  body: string
  /** Uploaded for a deal by the writer's organization. */
  fileIds: readonly string[]
}

/**
 * One side writes to the other; what was written stays. The trail keeps that it was, not what. Refuses with
 * `request.wrong_state` once the request is dead, and with `request.invalid` (no words, files).
 */
export const sendMessage = async (context: ServiceContext, input: SendMessageInput): Promise<MessageRow> => {
  const actor = requireMember(context)
  const { requestId } = input
  const body = input.body.trim()
  return inUnitOfWork(context, async (unit) => {
    const request = await holdRequest(unit.tx, actor, requestId)
    authorize(actor, 'message.send', await relationsToRequest(unit.tx, actor, request))
    requireTalking(request.state)
    if (body === '') throw refuseFields('request.invalid', [{ path: 'body', code: 'field.required' }])
    const fileIds = await requireDealFiles(unit.tx, actor, input.fileIds)
    const id = context.ids.next()
    const { organizationId, userId } = actor
    const [message] = await unit.tx
      .insert(requestMessages)
      .values({ id, requestId, organizationId, userId, body, createdAt: unit.now })
      .returning()
    if (!message) throw new Error('The message was not stored.')
    if (fileIds.length > 0) {
      await unit.tx
        .insert(requestFiles)
        .values(fileIds.map((fileId, position) => ({ requestId, fileId, position, messageId: id })))
        // A file that both sides have already is not sent twice.
        .onConflictDoNothing()
    }
    await unit.tx.update(requests).set({ updatedAt: unit.now }).where(eq(requests.id, requestId))
    unit.audit({
      action: 'message.send',
      subjectType: 'message',
      subjectId: id,
      organizationId,
      after: { requestId, fileIds },
    })
    unit.emit({ type: 'message.sent', subjectId: id, payload: requestEvent(request, organizationId) })
    return message
  })
}
