import type { Database } from '@market/database'
import { contractSignatures, files, users } from '@market/database/schema'
import { asc, eq } from 'drizzle-orm'
import type { SignatureRow } from './contract-records.ts'

export interface SignatureRecord extends SignatureRow {
  fileName: string
  sizeBytes: number
  /** Who confirmed it. */
  signedBy: string | null
}

/** The signed files of a contract, the first attached first. Who may see them is the caller's to decide. */
export const readSignatures = async (db: Database, contractId: string): Promise<SignatureRecord[]> => {
  const rows = await db
    .select({
      signature: contractSignatures,
      fileName: files.name,
      sizeBytes: files.sizeBytes,
      signedBy: users.name,
    })
    .from(contractSignatures)
    .innerJoin(files, eq(files.id, contractSignatures.fileId))
    .leftJoin(users, eq(users.id, contractSignatures.confirmedBy))
    .where(eq(contractSignatures.contractId, contractId))
    .orderBy(asc(contractSignatures.attachedAt), asc(contractSignatures.organizationId))
  return rows.map(({ signature, ...file }) => ({ ...signature, ...file }))
}
