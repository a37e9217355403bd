import { openDatabase } from '@market/database'
import { createPostgresEngine } from '@market/search'
import { searchListings } from '@market/services/discovery'
import { getListing } from '@market/services/listings'
import { testContext } from '@market/services/testing'

export interface Statement {
  text: string
  parameters: unknown[]
}

type Recorded = Record<'listing' | 'search', Statement[][]>

/** The statements that the page of each listing and the search for each text send, a list for every request. */
export const recordStatements = async (
  url: string,
  { listings, texts, secret }: { listings: readonly string[]; texts: readonly string[]; secret: string },
): Promise<Recorded> => {
  const sent: Statement[] = []
  const { db, sql, close } = openDatabase(url, {
    maxConnections: 1,
    applicationName: 'bench',
    onStatement: (_connection, text, parameters) => sent.push({ text, parameters: [...parameters] }),
  })
  const statementsOf = async (ask: () => Promise<unknown>): Promise<Statement[]> => {
    sent.length = 0
    await ask()
    return [...sent]
  }
  const engine = createPostgresEngine({ sql, cursorSecret: secret })
  const asked = { filters: {}, sort: 'relevance', limit: 20, locale: 'zh-CN' } as const
  const askSearch = (text: string) =>
    searchListings({ ...testContext(db), search: engine }, { ...asked, text })
  try {
    // What is read once and remembered is no part of a request.
    for (const text of texts) await askSearch(text)
    const recorded: Recorded = { listing: [], search: [] }
    for (const id of listings) {
      recorded.listing.push(await statementsOf(() => getListing(testContext(db), { id, view: 'working' })))
    }
    for (const text of texts) recorded.search.push(await statementsOf(() => askSearch(text)))
    return recorded
  } finally {
    await close()
  }
}
