import { openDatabase } from '@market/database'
import { formatYuan } from '@market/domain'
import {
  checkLedger,
  checkRollups,
  type LedgerCheck,
  type LedgerDifference,
  type RollupDifference,
} from '@market/services/indicators'
import { besideDatabase, reasonOf } from './beside-database.ts'
import { readCommandConfig } from './config.ts'

type Sum = LedgerCheck['ledger']

const inWords = ({ contractCount, contractAmountFen, technologyAmountFen }: Sum): string =>
  `${contractCount} contracts, ${formatYuan(contractAmountFen)} yuan, technology ${formatYuan(technologyAmountFen)} yuan`

const describe = ({ number, registrationId, register, ledger }: LedgerDifference): string =>
  `  ${number ?? registrationId}: register ${inWords(register)}; ledger ${inWords(ledger)}`

const describeRollup = ({ table, dimension, code, month, kept, ledger }: RollupDifference): string =>
  `  ${table} ${dimension} ${code} ${month}: kept ${inWords(kept)}; ledger ${inWords(ledger)}`

const check = async (url: string): Promise<LedgerCheck & { rollups: RollupDifference[] }> => {
  const database = openDatabase(url, { applicationName: 'market-check', maxConnections: 1 })
  try {
    return { ...(await checkLedger(database.db)), rollups: await checkRollups(database.db) }
  } finally {
    await database.close()
  }
}

try {
  const { register, ledger, differences, rollups } = await besideDatabase(
    readCommandConfig(process.env),
    check,
  )
  console.log(`register: ${inWords(register)}\nledger:   ${inWords(ledger)}`)
  if (differences.length + rollups.length === 0) {
    console.log('The turnover ledger equals the live registrations, and the rollups equal the ledger.')
  } else {
    const lines = [...differences.map(describe), ...rollups.map(describeRollup)]
    console.error(`${lines.length} differences:\n${lines.join('\n')}`)
    process.exitCode = 1
  }
} catch (error) {
  console.error(`The indicators were not checked: ${reasonOf(error)}`)
  process.exitCode = 1
}
