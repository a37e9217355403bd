import { createHash } from 'node:crypto'
import type { FileStorage } from '@market/adapters/storage'
import type { UnitOfWork } from '@market/database'
import { files } from '@market/database/schema'
import { refuse } from '@market/domain'
import { dropObjects, putNoted, settleObjects } from '../files/index.ts'
import type { MemberActor, ServiceContext } from '../index.ts'
import type { TextRow } from './text/text-records.ts'

/** What a signature here needs of the outside: pages for the words, and a place to keep them. */
export interface SigningTools<Words = TextRow> {
  storage: FileStorage
  print: (words: Words) => Promise<{ bytes: Uint8Array; pageHashes: string[] }>
}

export interface SignedPages {
  file: typeof files.$inferSelect
  pageHashes: string[]
  /** Frees the bytes when no record comes to point at them. */
  letGo: () => Promise<void>
}

/** Prints the words and keeps the pages; the record of the file is the signature's to write (`takePages`). */
export const keepSignedPages = async <Words>(
  context: ServiceContext,
  { storage, print }: SigningTools<Words>,
  { actor, title, words }: { actor: MemberActor; title: string; words: Words },
): Promise<SignedPages> => {
  const { bytes, pageHashes } = await print(words)
  const id = context.ids.next()
  const storageKey = `files/${id}`
  await putNoted(context, storage, storageKey, bytes)
  const file = {
    id,
    organizationId: actor.organizationId,
    purpose: 'contract_text' as const,
    name: `${title.slice(0, 150)}.pdf`,
    mediaType: 'application/pdf',
    sizeBytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    storageKey,
    width: null,
    height: null,
    durationMs: null,
    createdBy: actor.userId,
    createdAt: context.clock.now(),
  }
  const letGo = () => dropObjects(context, storage, [storageKey]).catch(() => undefined)
  return { file, pageHashes, letGo }
}

/** What a signature keeps of the pages it stands on. */
interface SignedOn<Hashes> {
  fileId: string
  sha256: string
  pageHashes: Hashes
}

/**
 * The pages a signature stands on: those of the first signature or, for the first, those just printed, which are entered
 * now. Refuses with `contract.changed_meanwhile` where neither is there.
 */
export const takePages = async <Hashes extends string[] | null>(
  { tx }: UnitOfWork,
  first: SignedOn<Hashes> | undefined,
  printed: SignedPages | null,
): Promise<SignedOn<Hashes | string[]>> => {
  if (first) return { fileId: first.fileId, sha256: first.sha256, pageHashes: first.pageHashes }
  if (printed === null) throw refuse('conflict', 'contract.changed_meanwhile')
  const { file, pageHashes } = printed
  await tx.insert(files).values(file)
  await settleObjects(tx, [file.storageKey])
  return { fileId: file.id, sha256: file.sha256, pageHashes }
}
