import { createHash } from 'node:crypto'
import type { FileStorage } from '@market/adapters/storage'
import type { files } from '@market/database/schema'
import { dropObjects, putNoted } from '../files/index.ts'
import type { MemberActor, ServiceContext } from '../index.ts'
import type { ContractRow } from './contract-records.ts'
import type { TextRow } from './text/text-records.ts'

/** What a signature here needs of the outside: pages for the text, and a place to keep them. */
export interface SigningTools {
  storage: FileStorage
  print: (text: TextRow) => Promise<{ bytes: Uint8Array; pageHashes: string[] }>
}

export interface SignedPages {
  file: typeof files.$inferSelect
  pageHashes: string[]
  /** Frees the bytes when no record comes to point at them. */
  letGo: () => Promise<void>
}

/** Prints the agreed text and keeps the pages; the record of the file is the signature's to write. */
export const keepSignedPages = async (
  context: ServiceContext,
  { storage, print }: SigningTools,
  { actor, contract, text }: { actor: MemberActor; contract: ContractRow; text: TextRow },
): Promise<SignedPages> => {
  const { bytes, pageHashes } = await print(text)
  const id = context.ids.next()
  const storageKey = `files/${id}`
  await putNoted(context, storage, storageKey, bytes)
  const file = {
    id,
    organizationId: actor.organizationId,
    purpose: 'contract_text' as const,
    name: `${contract.title.slice(0, 150)}.pdf`,
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
