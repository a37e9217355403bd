import { openDatabase } from '@market/database'
import { formatYuan } from '@market/domain'
import { checkLedger, type LedgerCheck, type LedgerDifference } from '@market/services/indicators'
import { besideDatabase, reasonOf } from './beside-database.ts'
import { readCommandConfig } from './config.ts'

type Sum = LedgerCheck['ledger']

const inWords = ({ contractCount, contractAmountFen, technologyAmountFen }: Sum): string =>
  `${contractCount} contracts, ${formatYuan(contractAmountFen)} yuan, technology ${formatYuan(technologyAmountFen)} yuan`

const describe = ({ number, registrationId, register, ledger }: LedgerDifference): string =>
  `  ${number ?? registrationId}: register ${inWords(register)}; ledger ${inWords(ledger)}`

const check = async (url: string): Promise<LedgerCheck> => {
  const database = openDatabase(url, { applicationName: 'market-check', maxConnections: 1 })
  try {
    return await checkLedger(database.db)
  } finally {
    await database.close()
  }
}

try {
  const { register, ledger, differences } = await besideDatabase(readCommandConfig(process.env), check)
  console.log(`register: ${inWords(register)}\nledger:   ${inWords(ledger)}`)
  if (differences.length === 0) {
    console.log('The turnover ledger equals the live registrations.')
  } else {
    console.error(`${differences.length} differences:\n${differences.map(describe).join('\n')}`)
    process.exitCode = 1
  }
} catch (error) {
  console.error(`The indicators were not checked: ${reasonOf(error)}`)
  process.exitCode = 1
}
