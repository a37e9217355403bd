import { openDatabase } from '@market/database'
import { type ChainBreak, type ChainVerdict, verifyAuditChain } from '@market/services/audit'
import { besideDatabase, reasonOf } from './beside-database.ts'
import { readCommandConfig } from './config.ts'

const WORDS: Record<ChainBreak, string> = {
  missing: 'the entry is missing',
  unlinked: 'the entry does not follow the one before it',
  altered: 'the entry was changed after it was written',
  head: 'the chain does not end where its head says',
}

const verify = async (url: string): Promise<ChainVerdict> => {
  const database = openDatabase(url, { applicationName: 'market-verify-audit', maxConnections: 1 })
  try {
    return await verifyAuditChain(database.db)
  } finally {
    await database.close()
  }
}

/** Says whether the audit trail is as it was written; the exit code is 1 when it is not, or cannot be read. */
try {
  const verdict = await besideDatabase(readCommandConfig(process.env), verify)
  if (verdict.whole) {
    console.log(`The audit trail is whole: ${verdict.entries} entries, ending with ${verdict.hash}`)
  } else {
    console.error(`The audit trail is broken at position ${verdict.position}: ${WORDS[verdict.reason]}`)
    process.exitCode = 1
  }
} catch (error) {
  console.error(`The audit trail was not verified: ${reasonOf(error)}`)
  process.exitCode = 1
}
