import type { Transaction } from '@market/database'
import { contractSignatures, files } from '@market/database/schema'
import { refuse, refuseFields } from '@market/domain'
import { contractMachine } from '@market/domain/contracts'
import { and, eq } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { changeContract } from './change-contract.ts'
import { type ContractRow, signaturesOf } from './contract-records.ts'

export interface AttachSignedFileInput {
  id: string
  fileId: string
}

/** A file of one's own, or the one the other side brought: to take it over is to have read it. */
const findSignedFile = async (
  tx: Transaction,
  { organizationId, fileId, theirs }: { organizationId: string; fileId: string; theirs: string | undefined },
) => {
  const own = eq(files.organizationId, organizationId)
  const [file] = await tx
    .select({ purpose: files.purpose, mediaType: files.mediaType, sha256: files.sha256 })
    .from(files)
    .where(and(eq(files.id, fileId), fileId === theirs ? undefined : own))
  if (!file) throw refuse('not-found', 'file.not_found')
  if (file.purpose !== 'contract_text' || file.mediaType !== 'application/pdf') {
    throw refuseFields('request.invalid', [{ path: 'fileId', code: 'contract.file_not_pdf' }])
  }
  return file
}

/**
 * A side brings the file both have signed; until it confirms, it may bring another. Refuses with
 * `contract.wrong_state`, `file.not_found`, `request.invalid` (not a PDF), `contract.already_confirmed` and, once the other
 * side has signed the text here, `contract.signed_here`.
 */
export const attachSignedFile = (
  context: ServiceContext,
  { id, fileId }: AttachSignedFileInput,
): Promise<ContractRow> =>
  changeContract(context, id, 'contract.attach_file', async ({ unit, actor, contract }) => {
    contractMachine.transition(contract.state, 'sign')
    const { organizationId } = actor
    const signatures = await signaturesOf(unit.tx, id)
    const mine = signatures.find((each) => each.organizationId === organizationId)
    const other = signatures.find((each) => each.organizationId !== organizationId)
    if (mine?.confirmedAt) throw refuse('conflict', 'contract.already_confirmed')
    if (other?.method === 'electronic') throw refuse('conflict', 'contract.signed_here')
    const { sha256 } = await findSignedFile(unit.tx, { organizationId, fileId, theirs: other?.fileId })
    const signature = { fileId, sha256, attachedBy: actor.userId, attachedAt: unit.now }
    await unit.tx
      .insert(contractSignatures)
      .values({ contractId: id, organizationId, ...signature })
      .onConflictDoUpdate({
        target: [contractSignatures.contractId, contractSignatures.organizationId],
        set: signature,
      })
    return { changes: {}, event: 'contract.file_attached' }
  })
