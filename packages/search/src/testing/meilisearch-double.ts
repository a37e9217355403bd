import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Document = Record<string, unknown> & { id: string }
interface StoredIndex {
  documents: Map<string, Document>
  settings: Record<string, unknown>
}
interface Task {
  uid: number
  type: string
  error: { message: string } | null
}
interface Search {
  indexUid: string
  q: string
  matchingStrategy: string
  filter: string[]
  facets: string[]
  offset?: number
  limit: number
  attributesToHighlight?: string[]
  highlightPreTag?: string
  highlightPostTag?: string
}

export interface MeilisearchDouble {
  url: string
  /** `METHOD /path` of every call, in order. */
  calls: string[]
  indexes: Map<string, StoredIndex>
  /** The searches asked for, as they came over the wire. */
  searches: Search[]
  /** The next task of this type ends as failed. */
  failNext(type: string): void
  /** While away it takes no connection's request: every call is cut off. */
  away: boolean
  close(): Promise<void>
}

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  let text = ''
  for await (const chunk of request) text += chunk
  return text === '' ? undefined : JSON.parse(text)
}

/** Searching makes no index, unlike writing. */
const NOT_FOUND = { message: 'Index not found.', code: 'index_not_found', type: 'invalid_request', link: '' }

const FILTER = /^(\w+) IN \[(.*)\]$/

const BOUND = /^(\w+) (>=|<=) (-?\d+)$/

const isWithin = (document: Document, [, field = '', sign, bound]: RegExpExecArray): boolean => {
  const value = document[field]
  if (typeof value !== 'number') return false
  return sign === '>=' ? value >= Number(bound) : value <= Number(bound)
}

const passes = (document: Document, filter: string): boolean => {
  const bound = BOUND.exec(filter)
  if (bound) return isWithin(document, bound)
  const [, field = '', list = ''] = FILTER.exec(filter) ?? []
  const wanted: string[] = JSON.parse(`[${list}]`)
  const values = [document[field]].flat().map(String)
  return wanted.some((value) => values.includes(value))
}

const holds = (document: Document, word: string): boolean =>
  JSON.stringify(document).toLowerCase().includes(word.toLowerCase())

const DOCUMENT_NOT_FOUND = { ...NOT_FOUND, message: 'Document not found.', code: 'document_not_found' }

/** Words, and phrases in quotation marks. */
const askedFor = (q: string): string[] =>
  [...q.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '').filter((word) => word !== '')

/** Holding the words is all it knows of relevance: what a ranking is worth only a real server can say. */
const answer = (index: StoredIndex, search: Search) => {
  const words = askedFor(search.q)
  const every = search.matchingStrategy === 'all'
  const hits = [...index.documents.values()]
    .filter((document) => search.filter.every((filter) => passes(document, filter)))
    .filter(
      (document) => words.length === 0 || words[every ? 'every' : 'some']((word) => holds(document, word)),
    )
  const facetDistribution: Record<string, Record<string, number>> = {}
  for (const facet of search.facets) {
    const counts: Record<string, number> = {}
    for (const value of hits.flatMap((hit) => [hit[facet]].flat())) {
      if (value !== null && value !== undefined) counts[`${value}`] = (counts[`${value}`] ?? 0) + 1
    }
    facetDistribution[facet] = counts
  }
  const { offset = 0, limit, highlightPreTag = '', highlightPostTag = '' } = search
  const highlight = (text: string): string =>
    words.reduce((marked, word) => marked.replaceAll(word, highlightPreTag + word + highlightPostTag), text)
  const page = hits.slice(offset, offset + limit).map((hit) => {
    const fields = (search.attributesToHighlight ?? []).map((field) => [field, highlight(String(hit[field]))])
    return { ...hit, _formatted: { ...hit, ...Object.fromEntries(fields) } }
  })
  return { indexUid: search.indexUid, hits: page, estimatedTotalHits: hits.length, facetDistribution }
}

/**
 * The calls of the Meilisearch HTTP interface that our client makes, on indexes in memory. It shows that we send what the
 * documentation asks for, wait for tasks, swap and fall back; whether results are good is for the contract tests
 * against a real server.
 */
export const startMeilisearchDouble = async (): Promise<MeilisearchDouble> => {
  const indexes = new Map<string, StoredIndex>()
  const tasks: Task[] = []
  const failing = new Set<string>()
  const calls: string[] = []
  const searches: Search[] = []

  const enqueue = (type: string, work: () => void) => {
    const failed = failing.delete(type)
    if (!failed) work()
    const task: Task = { uid: tasks.length, type, error: failed ? { message: 'told to fail' } : null }
    tasks.push(task)
    return { taskUid: task.uid, indexUid: null, status: 'enqueued', type, enqueuedAt: '2026-01-01T00:00:00Z' }
  }
  const indexOf = (uid: string): StoredIndex => {
    const index = indexes.get(uid) ?? { documents: new Map(), settings: {} }
    indexes.set(uid, index)
    return index
  }
  const swap = ([left, right]: [string, string]) => {
    const kept = indexOf(left)
    indexes.set(left, indexOf(right))
    indexes.set(right, kept)
  }

  const routes: [RegExp, (uid: string, body: never, id: string) => unknown][] = [
    [/^GET \/health$/, () => ({ status: 'available' })],
    [
      /^GET \/indexes$/,
      () => ({ results: [...indexes.keys()].map((uid) => ({ uid })), total: indexes.size }),
    ],
    [/^POST \/indexes$/, (_, body: { uid: string }) => enqueue('indexCreation', () => indexOf(body.uid))],
    [/^DELETE \/indexes\/([^/]+)$/, (uid) => enqueue('indexDeletion', () => indexes.delete(uid))],
    [/^GET \/indexes\/([^/]+)\/settings$/, (uid) => indexOf(uid).settings],
    [
      /^PATCH \/indexes\/([^/]+)\/settings$/,
      (uid, body: Record<string, unknown>) =>
        enqueue('settingsUpdate', () => {
          Object.assign(indexOf(uid).settings, body)
        }),
    ],
    [
      /^POST \/indexes\/([^/]+)\/documents$/,
      (uid, body: Document[]) =>
        enqueue('documentAdditionOrUpdate', () => {
          for (const document of body) indexOf(uid).documents.set(document.id, document)
        }),
    ],
    [
      /^POST \/indexes\/([^/]+)\/documents\/delete-batch$/,
      (uid, body: string[]) =>
        enqueue('documentDeletion', () => {
          for (const id of body) indexOf(uid).documents.delete(id)
        }),
    ],
    [
      /^POST \/swap-indexes$/,
      (_, body: { indexes: [string, string] }[]) =>
        enqueue('indexSwap', () => {
          for (const pair of body) swap(pair.indexes)
        }),
    ],
    [
      /^GET \/tasks\/(\d+)$/,
      (uid) => {
        const task = tasks[Number(uid)]
        return { ...task, status: task?.error ? 'failed' : 'succeeded' }
      },
    ],
    [
      /^GET \/indexes\/([^/]+)\/documents\/([^/]+)$/,
      (uid, _, id) => indexOf(uid).documents.get(id) ?? DOCUMENT_NOT_FOUND,
    ],
    [
      /^POST \/multi-search$/,
      (_, { queries }: { queries: Search[] }) => {
        searches.push(...queries)
        if (queries.some(({ indexUid }) => !indexes.has(indexUid))) return NOT_FOUND
        return { results: queries.map((query) => answer(indexOf(query.indexUid), query)) }
      },
    ],
  ]

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const call = `${request.method} ${new URL(request.url ?? '/', 'http://double').pathname}`
    if (double.away) return request.destroy()
    calls.push(call)
    const body = await bodyOf(request)
    const route = routes.find(([pattern]) => pattern.test(call))
    const [, uid = '', id = ''] = route?.[0].exec(call) ?? []
    const answered = route ? route[1](uid, body as never, id) : { message: call }
    const missing = answered === NOT_FOUND || answered === DOCUMENT_NOT_FOUND
    response.writeHead(route && !missing ? 200 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answered))
  }

  const server = createServer((request, response) => void handle(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const double: MeilisearchDouble = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    indexes,
    searches,
    failNext: (type) => failing.add(type),
    away: false,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return double
}
