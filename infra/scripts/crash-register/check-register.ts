import { openDatabase } from '@market/database'
import { numberSeries, registrations } from '@market/database/schema'
import { verifyAuditChain } from '@market/services/audit'
import { checkLedger } from '@market/services/indicators'

/** Numbers given, by registration. */
type Numbers = Map<string, string>

const serialOf = (number: string): number => Number(number.slice(10))

const numberingFaults = (numbers: Numbers, lastOf: ReadonlyMap<string, number>): string[] => {
  const faults: string[] = []
  for (const [series, last] of lastOf) {
    const serials = [...numbers.values()].filter((number) => number.startsWith(series)).map(serialOf)
    const missing = Array.from({ length: last }, (_, at) => at + 1).filter(
      (serial) => !serials.includes(serial),
    )
    if (missing.length > 0) faults.push(`series ${series} misses ${missing.join(', ')}`)
    if (new Set(serials).size !== serials.length) faults.push(`series ${series} gave a number twice`)
    if (serials.length !== last) faults.push(`series ${series} counts ${last} and has ${serials.length}`)
  }
  return faults
}

/** What is wrong with the register after a crash; empty when nothing is. */
export const registerFaults = async (databaseUrl: string, acknowledged: Numbers): Promise<string[]> => {
  const { db, close } = openDatabase(databaseUrl, { maxConnections: 2, applicationName: 'crash-check' })
  try {
    const rows = await db.select({ id: registrations.id, number: registrations.number }).from(registrations)
    const numbers: Numbers = new Map(
      rows.flatMap(({ id, number }) => (number === null ? [] : [[id, number]])),
    )
    const faults = [...acknowledged]
      .filter(([id, number]) => numbers.get(id) !== number)
      .map(([id, number]) => `acknowledged ${number} of ${id} is lost`)
    const series = await db.select().from(numberSeries)
    faults.push(...numberingFaults(numbers, new Map(series.map((row) => [row.series, row.last]))))
    const ledger = await checkLedger(db)
    if (ledger.differences.length > 0) faults.push(`${ledger.differences.length} differences to the ledger`)
    const chain = await verifyAuditChain(db)
    if (!chain.whole) faults.push(`the audit chain breaks at ${chain.position}: ${chain.reason}`)
    return faults
  } finally {
    await close()
  }
}
