import { type DatabaseHandle, openDatabase } from '@market/database'
import { registerContract } from '@market/services/registration'
import { testContext } from '@market/services/testing'
import type { BenchData } from './make-data.ts'
import { line, ratePerSecond } from './measure.ts'
import type { Statement } from './search/record-statements.ts'

const REGISTRATIONS = 200
const REGISTRARS = 8

/** Statements of committed transactions in the order of their commits, as they went over the wire. */
const recorder = () => {
  const open = new Map<number, Statement[]>()
  const committed: Statement[][] = []
  const onStatement = (connection: number, text: string, parameters: unknown[]) => {
    const verb = text.trim().toLowerCase()
    if (verb.startsWith('begin')) open.set(connection, [])
    else if (verb === 'commit') committed.push(open.get(connection) ?? [])
    else open.get(connection)?.push({ text, parameters: [...parameters] })
  }
  return { onStatement, committed }
}

/** Each recorded transaction again, statement by statement, without the product around it. */
const replay = async (url: string, transactions: readonly Statement[][]): Promise<number> => {
  const { sql, close } = openDatabase(url, { maxConnections: 1, applicationName: 'bench' })
  try {
    return await ratePerSecond(transactions, 1, (statements) =>
      sql.begin(async (tx) => {
        for (const { text, parameters } of statements) await tx.unsafe(text, parameters as never[])
      }),
    )
  } finally {
    await close()
  }
}

/** Registrations by eight registrars at once, against their very statements run bare on a copy of the same database. */
export const compareRegistering = async (
  { office, clock, handle }: BenchData,
  admin: DatabaseHandle['sql'],
  urlOf: (name: string) => string,
  name: string,
): Promise<void> => {
  const accepted: string[] = []
  for (let index = 0; index < REGISTRATIONS; index += 1) {
    accepted.push(await office.accepted({ signedOn: '2026-11-01' }))
  }
  await handle.sql.end()
  await admin.unsafe(`create database ${name}_bare template ${name}`)
  const { onStatement, committed } = recorder()
  const registering = openDatabase(urlOf(name), {
    maxConnections: REGISTRARS,
    applicationName: 'bench',
    onStatement,
  })
  const rate = await ratePerSecond(accepted, REGISTRARS, (id) =>
    registerContract(testContext(registering.db, office.registrar, clock), id),
  )
  await registering.close()
  line(`registrations per second, ${REGISTRARS} registrars at once`, rate, '/s')
  const bare = await replay(urlOf(`${name}_bare`), committed)
  line('the same statements bare, one transaction each', bare, '/s')
  line('registering over bare', rate / bare, '×', '≥ 0.5')
}
