import type { Clock, IdSource } from '@market/domain'
import type { Sql } from 'postgres'
import type { SearchEngine } from './engine.ts'
import { createMeilisearchEngine } from './engines/meilisearch.ts'
import { createPostgresEngine } from './engines/postgres.ts'
import { loadDictionary } from './text/segment.ts'
import { withFallback } from './with-fallback.ts'

export interface EnginesOptions {
  sql: Sql
  clock: Clock
  ids: IdSource
  cursorSecret: string
  /** Without an address PostgreSQL is the only engine. */
  meiliUrl?: string | undefined
  meiliKey?: string | undefined
  onFailure?: (error: unknown) => void
}

export interface Engines {
  /** Answers searches. */
  search: SearchEngine
  /** All that have to be kept in step; PostgreSQL always, for it is the one to fall back on. */
  all: readonly SearchEngine[]
}

/** The engines a configuration asks for. */
export const createEngines = (options: EnginesOptions): Engines => {
  const { sql, clock, ids, cursorSecret, meiliUrl, meiliKey, onFailure } = options
  // Once the process has done what it was started for.
  setImmediate(loadDictionary)
  const postgres = createPostgresEngine({ sql, cursorSecret })
  if (!meiliUrl) return { search: postgres, all: [postgres] }
  const meilisearch = createMeilisearchEngine({ url: meiliUrl, key: meiliKey, cursorSecret, ids })
  const fallback = onFailure ? { clock, onFailure } : { clock }
  return { search: withFallback(meilisearch, postgres, fallback), all: [postgres, meilisearch] }
}
