import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDatabase } from '@market/database'
import { makeDesk } from '@market/services/listings/testing'
import { type ServedProcess, startApi, startServer } from '../api-process.ts'
import { line, ratePerSecond } from '../measure.ts'
import { wholeText } from './made-listings.ts'
import { recordStatements } from './record-statements.ts'

const DIFFERENT = 40
const REQUESTS = 1_200
const AT_ONCE = 8
/** The API has more code than the bare server, and is compared when the compiler is through with both. */
const WARMING = 4
const ROUNDS = 5
const SECRET = 'a secret of the measurement, long enough'

const askAll = ({ origin }: ServedProcess, paths: readonly string[]): Promise<number> =>
  ratePerSecond(
    Array.from({ length: REQUESTS }, (_, index) => paths[index % paths.length] ?? ''),
    AT_ONCE,
    async (path) => {
      const answer = await fetch(origin + path)
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
      await answer.arrayBuffer()
    },
  )

const best = (rates: readonly number[]): number => Math.max(...rates)

/** Requests a second of both in turn, so that whatever else the machine does strikes both alike; the best round of each. */
const compare = async (
  api: readonly [ServedProcess, readonly string[]],
  bare: readonly [ServedProcess, readonly string[]],
) => {
  const rates: { api: number[]; bare: number[] } = { api: [], bare: [] }
  for (let round = -WARMING; round < ROUNDS; round += 1) {
    const [ours, theirs] = [await askAll(...api), await askAll(...bare)]
    if (round < 0) continue
    rates.api.push(ours)
    rates.bare.push(theirs)
  }
  return { api: best(rates.api), bare: best(rates.bare) }
}

/** The page of a listing and a search through the API, beside a bare server that sends the same statements. */
export const compareWithBare = async (title: string, url: string, data: string): Promise<void> => {
  const { db, close } = openDatabase(url, { applicationName: 'bench' })
  const desk = await makeDesk(db)
  const listings: string[] = []
  for (let index = 0; index < DIFFERENT; index += 1) listings.push((await desk.published()).listing.id)
  await close()
  const texts = Array.from({ length: DIFFERENT }, (_, index) => wholeText(index))
  const file = join(data, 'statements.json')
  await writeFile(file, JSON.stringify(await recordStatements(url, { listings, texts, secret: SECRET })))
  const api = await startApi(url)
  const bare = await startServer('infra/bench/bare-server.ts', '/', { DATABASE_URL: url, STATEMENTS: file })
  const paths = {
    listing: listings.map((id) => `/api/listings/${id}`),
    search: texts.map((text) => `/api/search?q=${encodeURIComponent(text)}`),
  }
  try {
    for (const [kind, name] of [
      ['listing', 'page of a listing'],
      ['search', 'search'],
    ] as const) {
      const bareOnes = paths[kind].map((_, index) => `/${kind}/${index}`)
      const rates = await compare([api, paths[kind]], [bare, bareOnes])
      line(`${title}: ${name} through the API`, rates.api, '/s')
      line(`${title}: ${name}, the same statements bare`, rates.bare, '/s')
      line(`${title}: ${name}, API over bare`, rates.api / rates.bare, '×', '≥ 0.7')
    }
  } finally {
    await Promise.all([api.stop(), bare.stop()])
  }
}
