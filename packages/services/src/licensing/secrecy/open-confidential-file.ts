import { buffer } from 'node:stream/consumers'
import type { FileStorage } from '@market/adapters/storage'
import type { Watermarker } from '@market/adapters/watermarks'
import { inUnitOfWork, refusingOn } from '@market/database'
import { confidentialOpenings } from '@market/database/schema'
import { refuse, shanghaiDateOf, shanghaiMinuteOf } from '@market/domain'
import { isMarkable } from '@market/domain/licensing'
import { authorize } from '@market/domain/policy'
import { type MemberActor, requireMember, type ServiceContext } from '../../index.ts'
import {
  type AgreementRow,
  type ConfidentialFile,
  confidentialFilesOf,
  lastAgreement,
  organizationsOf,
  relationsToAgreement,
  standingOf,
} from './nda-records.ts'

export interface OpenConfidentialFileInput {
  listingId: string
  fileId: string
}

export interface MarkedFile {
  file: ConfidentialFile
  content: Uint8Array
}

export interface MarkingTools {
  storage: FileStorage
  watermarker: Watermarker
}

const boundBy = async (
  { db, clock }: ServiceContext,
  actor: MemberActor,
  listingId: string,
): Promise<AgreementRow> => {
  const agreement = await lastAgreement(db, listingId, actor.organizationId)
  if (!agreement) throw refuse('not-found', 'nda.not_found')
  authorize(actor, 'confidential_file.open', relationsToAgreement(actor, agreement))
  const standing = standingOf(agreement, shanghaiDateOf(clock.now()))
  if (standing !== 'in_force') throw refuse('conflict', 'nda.not_in_force', { standing })
  return agreement
}

const mark = async (
  context: ServiceContext,
  { storage, watermarker }: MarkingTools,
  file: ConfidentialFile,
  readerId: string,
): Promise<Uint8Array> => {
  const stored = await storage.get(file.storageKey)
  if (!stored) throw new Error(`The bytes of ${file.storageKey} are missing from storage.`)
  const reader = (await organizationsOf(context.db, [readerId])).get(readerId)
  const at = context.clock.now()
  const who = reader?.nameZh ?? readerId
  const minute = shanghaiMinuteOf(at)
  const marked = await watermarker.mark({
    bytes: await buffer(stored),
    mediaType: file.mediaType,
    words: `${who} ${minute}`,
    foot: `保密文件，仅供${who}查阅；${minute}（北京时间），查阅已记录。`,
    at,
  })
  if (!marked) throw refuse('conflict', 'confidential_file.cannot_be_marked')
  return marked
}

const noteOpening = (
  context: ServiceContext,
  actor: MemberActor,
  { id: agreementId, listingId, ownerId }: AgreementRow,
  { fileId, mediaType }: ConfidentialFile,
): Promise<void> =>
  refusingOn(
    {
      confidential_openings_covered: () => refuse('conflict', 'nda.not_in_force', { standing: 'withdrawn' }),
    },
    () =>
      inUnitOfWork(context, async ({ tx, now, audit, emit }) => {
        const { organizationId, userId } = actor
        const id = context.ids.next()
        const opening = { agreementId, listingId, ownerId, fileId, organizationId, userId, mediaType }
        await tx.insert(confidentialOpenings).values({ id, ...opening, openedAt: now })
        const subject = { subjectType: 'nda', subjectId: agreementId, organizationId }
        audit({ action: 'confidential_file.open', ...subject, after: { fileId, listingId } })
        emit({ type: 'confidential_file.opened', subjectId: agreementId, payload: { listingId, ownerId } })
      }),
  )

/**
 * Hands out a confidential file with its reader and the time written across it, and notes the opening before anything
 * leaves. Refuses with `nda.not_found`, `nda.not_in_force`, `file.not_found` and `confidential_file.cannot_be_marked`.
 */
export const openConfidentialFile = async (
  context: ServiceContext,
  tools: MarkingTools,
  { listingId, fileId }: OpenConfidentialFileInput,
): Promise<MarkedFile> => {
  const actor = requireMember(context)
  const agreement = await boundBy(context, actor, listingId)
  const file = (await confidentialFilesOf(context.db, listingId)).find((one) => one.fileId === fileId)
  if (!file) throw refuse('not-found', 'file.not_found')
  if (!isMarkable(file.mediaType)) throw refuse('conflict', 'confidential_file.cannot_be_marked')
  const content = await mark(context, tools, file, actor.organizationId)
  await noteOpening(context, actor, agreement, file)
  return { file, content }
}
