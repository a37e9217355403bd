/**
 * What the API is compared with: a bare server that sends the recorded statements of a request, as statements that
 * PostgreSQL keeps prepared, and answers with the rows. Reads the file that STATEMENTS names.
 */
import { readFile } from 'node:fs/promises'
import { openDatabase } from '@market/database'
import fastify from 'fastify'
import type { Statement } from './search/record-statements.ts'

const { DATABASE_URL = '', STATEMENTS = '', API_PORT = '' } = process.env
const recorded: Record<string, Statement[][]> = JSON.parse(await readFile(STATEMENTS, 'utf8'))
const { sql } = openDatabase(DATABASE_URL, { applicationName: 'bench-bare' })

const app = fastify()
app.get('/', async () => 'ready')
app.get<{ Params: { kind: string; at: string } }>('/:kind/:at', async ({ params }) => {
  const statements = recorded[params.kind]?.[Number(params.at)] ?? []
  const answers = []
  for (const { text, parameters } of statements) {
    answers.push(await sql.unsafe(text, parameters as never[], { prepare: true }))
  }
  return answers
})
await app.listen({ host: '127.0.0.1', port: Number(API_PORT) })
