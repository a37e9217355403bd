import type { Fragment, Sql } from 'postgres'
import type { SearchQuery } from '../../engine.ts'
import { afterWindow, type FoundRow, holds, numberQuery, pageRows, type Question } from './question.ts'
import { strictQuery } from './terms.ts'
import { anyOf } from './vector.ts'

/** Every order is "key, then id, both downwards"; a listing without a price comes last either way. */
export const sortKey = (sql: Sql, sort: SearchQuery['sort']): Fragment => {
  if (sort === 'price_asc') return sql`coalesce(-d.price_fen, -9e15)::numeric`
  if (sort === 'price_desc') return sql`coalesce(d.price_fen, -1)::numeric`
  return sql`round(extract(epoch from d.published_at) * 1000)`
}

/** All listings by date are read off an index; the bound on the date only spares it what comes before. */
const byDate = (sql: Sql, question: Question): Fragment => {
  const { after, offset } = question.window
  const bound = after
    ? sql`and d.published_at <= to_timestamp((${after[0]}::text::numeric + 1) / 1000)
        and (round(extract(epoch from d.published_at) * 1000), d.id) < (${after[0]}::text::numeric, ${after[1]}::text::uuid)`
    : sql``
  return sql`
    select d.id, ${sortKey(sql, 'newest')} as key from search_documents d
    where ${holds(sql, question, '')} and ${question.filters.met} ${bound}
    order by d.published_at desc, d.id desc limit ${question.query.limit + 1} offset ${offset}`
}

const wantedBy = (question: Question): string => anyOf([numberQuery(question), strictQuery(question.terms)])

const byKey = (sql: Sql, question: Question): Fragment => {
  const wanted = holds(sql, question, wantedBy(question))
  return sql`
    select id, key from (
      select d.id, ${sortKey(sql, question.query.sort)} as key from search_documents d
      where ${wanted} and ${question.filters.met} offset 0
    ) sorted
    where ${afterWindow(sql, question)}
    order by key desc, id desc limit ${question.query.limit + 1} offset ${question.window.offset}`
}

/** A page of what holds every word, in an order that has nothing to do with the words. */
export const findSorted = async (sql: Sql, question: Question): Promise<FoundRow[]> => {
  const isAll = wantedBy(question) === ''
  const page = isAll && question.query.sort === 'newest' ? byDate(sql, question) : byKey(sql, question)
  const [answer] = await sql<{ rows: string }[]>`
    with page as materialized (${page}) select ${pageRows(sql, question)} as rows`
  return JSON.parse(answer?.rows ?? '[]')
}
