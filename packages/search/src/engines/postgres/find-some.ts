import type { Sql } from 'postgres'
import { RELAXED_COVERAGE, relaxedBudget, TIERS } from '../../ranking.ts'
import { fullCoverage, relaxedQuery } from './conditions.ts'
import { type Counted, type Group, groupsOf } from './count.ts'
import { sortKey } from './find-sorted.ts'
import {
  afterWindow,
  type FoundRow,
  holds,
  numberQuery,
  numberStarts,
  pageRows,
  type Question,
} from './question.ts'
import { ranked, termRows } from './score.ts'
import { strictQuery } from './terms.ts'
import { anyOf } from './vector.ts'

/** Budgets looked at when even the rarest word of a query is beyond one: every other word has no document at all. */
const MOST_LOOKED_AT = 2

interface Answer {
  rows: string
  groups: string
}

/** Documents on the subject of the query though they lack some of its words, after those that hold all. */
export const findSome = async (
  sql: Sql,
  question: Question,
): Promise<{ rows: FoundRow[]; counted: Counted }> => {
  const { query, terms, filters } = question
  const { generation } = terms.lexicon
  const strict = strictQuery(terms)
  const numbers = numberQuery(question)
  const starts = numberStarts(question)
  const relaxed = anyOf([relaxedQuery(question, starts), strict, numbers])
  const isIn = (tsquery: string) =>
    tsquery === '' ? sql`false` : sql`unpacked.words @@ ${tsquery}::text::tsquery`
  const least = String((question.coverage ?? RELAXED_COVERAGE) * fullCoverage(terms))
  const key = query.sort === 'relevance' ? sql`round((tier + score)::numeric, 4)` : sortKey(sql, query.sort)
  const [answer] = await sql<Answer[]>`
    with terms as materialized (${termRows(sql, terms)}),
    matched as materialized (
      select d.id, d.facets, ${filters.failed} as failed, ${key} as key
      from (
        select * from search_documents d where ${relaxed === '' ? sql`false` : holds(sql, question, relaxed)}
        limit ${MOST_LOOKED_AT * relaxedBudget(query)}
      ) d ${ranked(sql, generation)}
      cross join lateral (
        select case when ${isIn(numbers)} then ${TIERS.number}::int when ${isIn(strict)} then ${TIERS.everyWord}::int
          else ${TIERS.someWords}::int end as tier
      ) tiered
      where tier > 0 or ${isIn(starts)} or (ranked.coverage > 0 and ranked.coverage >= ${least}::text::float8)
    ),
    page as (
      select id, key from matched where failed = 0 and ${afterWindow(sql, question)}
      order by key desc, id desc limit ${query.limit + 1} offset ${question.window.offset}
    )
    select ${pageRows(sql, question)} as rows,
      (select coalesce(json_agg(g), '[]') from (
        select failed, count(*)::int as count, string_agg(facets, '') as facets from matched group by failed
      ) g)::text as groups`
  const groups: Group[] = JSON.parse(answer?.groups ?? '[]')
  return { rows: JSON.parse(answer?.rows ?? '[]'), counted: await groupsOf(question, groups) }
}
