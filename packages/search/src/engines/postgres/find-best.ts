import type { Fragment, Sql } from 'postgres'
import { DATED_AT_MOST, rankedAtMost, TIERS } from '../../ranking.ts'
import { rarestTitled } from './conditions.ts'
import { afterWindow, type FoundRow, holds, numberQuery, pageRows, type Question } from './question.ts'
import { ranked, termRows } from './score.ts'
import { strictQuery, strictTitleQuery } from './terms.ts'
import { allOf, not } from './vector.ts'

/** The newest of what a tsquery finds, as many as `room` leaves; an empty query finds nothing. */
const newest = (sql: Sql, question: Question, tsquery: string, room: Fragment): Fragment => sql`
  select id from (
    select d.id, d.published_at from search_documents d
    where ${tsquery === '' ? sql`false` : holds(sql, question, tsquery)} and ${question.filters.met}
    limit ${DATED_AT_MOST}
  ) dated order by published_at desc, id desc limit ${room}`

/**
 * The documents worth ranking, at most so many: those with every word in the title, then those with the rarest
 * there, then the newest. What a common word finds in ten thousand texts is not ordered by reading them all.
 */
const candidates = (sql: Sql, question: Question): Fragment => {
  const most = rankedAtMost(question.query)
  const strict = strictQuery(question.terms)
  const titled = strictTitleQuery(question.terms)
  const rarest = rarestTitled(question.terms)
  const room = (...before: string[]) =>
    sql`${most} - ${sql.unsafe(['0', ...before.map((name) => `(select count(*) from ${name})`)].join(' - '))}`
  return sql`
    numbered as materialized (${newest(sql, question, numberQuery(question), room())}),
    every_titled as materialized (${newest(sql, question, titled, room())}),
    rarest_titled as materialized (
      ${newest(sql, question, rarest === '' ? '' : allOf([strict, rarest, not(titled)]), room('every_titled'))}
    ),
    others as materialized (
      ${newest(sql, question, strict === '' ? '' : allOf([strict, not(rarest)]), room('every_titled', 'rarest_titled'))}
    ),
    candidates as materialized (
      select id, max(tier) as tier from (
        select id, ${TIERS.number}::int as tier from numbered
        union all select id, ${TIERS.everyWord} from every_titled
        union all select id, ${TIERS.everyWord} from rarest_titled
        union all select id, ${TIERS.everyWord} from others
      ) found group by id
    )`
}

interface Answer {
  candidates: number
  rows: string
}

/** The best of what holds every word, in their order. */
const bestRows = async (sql: Sql, question: Question) => {
  const { generation } = question.terms.lexicon
  const [answer] = await sql<Answer[]>`
    with terms as materialized (${termRows(sql, question.terms)}), ${candidates(sql, question)},
    scored as materialized (
      select d.id, round((c.tier + score)::numeric, 4) as key
      from candidates c cross join lateral (
        -- One by one: nobody may think that reading all of them is as quick.
        select * from search_documents where generation = ${generation.id} and id = c.id offset 0
      ) d ${ranked(sql, generation)}
    ),
    page as (
      select id, key from scored where ${afterWindow(sql, question)}
      order by key desc, id desc limit ${question.query.limit + 1} offset ${question.window.offset}
    )
    select (select count(*)::int from candidates) as candidates, ${pageRows(sql, question)} as rows`
  return { candidates: answer?.candidates ?? 0, rows: JSON.parse(answer?.rows ?? '[]') as FoundRow[] }
}

/** What comes after the ranked ones of a very common word, newest first, below the lowest score there is. */
const tailRows = async (sql: Sql, question: Question, passedOver: number): Promise<FoundRow[]> => {
  const offset = Math.max(0, question.window.offset - passedOver)
  const [answer] = await sql<Answer[]>`
    with ${candidates(sql, question)},
    rest as (
      select d.id, ${TIERS.everyWord - 1} + round(extract(epoch from d.published_at) / 1e11, 14) as key
      from search_documents d
      where ${holds(sql, question, strictQuery(question.terms))} and ${question.filters.met}
        and not exists (select from candidates c where c.id = d.id)
    ),
    page as (
      select id, key from rest where ${afterWindow(sql, question)}
      order by key desc, id desc limit ${question.query.limit + 1} offset ${offset}
    )
    select 0 as candidates, ${pageRows(sql, question)} as rows`
  return JSON.parse(answer?.rows ?? '[]')
}

/** A page of what holds every word, by relevance. One row more than asked for tells whether there is another. */
export const findBest = async (sql: Sql, question: Question): Promise<FoundRow[]> => {
  const { candidates: passed, rows } = await bestRows(sql, question)
  const wanted = question.query.limit + 1
  if (rows.length >= wanted || passed < rankedAtMost(question.query)) return rows
  const tail = await tailRows(sql, question, rows.length > 0 ? question.window.offset : passed)
  return [...rows, ...tail].slice(0, wanted)
}
