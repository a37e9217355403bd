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

const findSignedFile = async (tx: Transaction, organizationId: string, fileId: string) => {
  const [file] = await tx
    .select({ purpose: files.purpose, mediaType: files.mediaType, sha256: files.sha256 })
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.organizationId, organizationId)))
  if (!file) throw refuse('not-found', 'file.not_found')
  if (file.purpose !== 'contract_text' || file.mediaType !== 'application/pdf') {
    throw refuseFields('request.invalid', [{ path: 'fileId', code: 'contract.file_not_pdf' }])
  }
  return file
}

/**
 * A side brings the file both have signed; until it confirms, it may bring another. Refuses with
 * `contract.wrong_state`, `file.not_found`, `request.invalid` (not a PDF) and `contract.already_confirmed`.
 */
export const attachSignedFile = (
  context: ServiceContext,
  { id, fileId }: AttachSignedFileInput,
): Promise<ContractRow> =>
  changeContract(context, id, 'contract.attach_file', async ({ unit, actor, contract }) => {
    contractMachine.transition(contract.state, 'sign')
    const { organizationId } = actor
    const mine = (await signaturesOf(unit.tx, id)).find((each) => each.organizationId === organizationId)
    if (mine?.confirmedAt) throw refuse('conflict', 'contract.already_confirmed')
    const { sha256 } = await findSignedFile(unit.tx, organizationId, fileId)
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
