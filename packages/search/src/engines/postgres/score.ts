import type { Fragment, Sql } from 'postgres'
import { LABEL_WEIGHTS, LENGTH_PENALTY, SATURATION, STEM_WEIGHT } from '../../ranking.ts'
import type { Generation } from './lexicon.ts'
import type { Terms } from './terms.ts'

const WEIGHTS = `'{${LABEL_WEIGHTS.join(',')}}'::float4[]`

export const termRows = (sql: Sql, { terms }: Terms): Fragment => sql`
  select words::tsquery, stems::tsquery, weight, coverage
  from unnest(${terms.map((term) => term.words)}::text[], ${terms.map((term) => term.stems)}::text[],
    ${terms.map((term) => String(term.weight))}::text[]::float8[],
    ${terms.map((term) => String(term.coverage))}::text[]::float8[]) as t(words, stems, weight, coverage)`

/**
 * Score and coverage of document `d` over the rows of `terms`, joined as `ranked`. ts_rank of a single word is
 * the weighted, levelling-off count of its places; rarity and length are what it lacks to be BM25.
 * Of a phrase it asks only whether the words are there, so a match is asked for first.
 */
export const ranked = (sql: Sql, { averageWords }: Generation): Fragment => sql`
  -- Unpacked once: a long vector lies outside its row, and every function on it would fetch it again.
  cross join lateral (select d.words || '' as words offset 0) unpacked
  cross join lateral (
    select coalesce(sum(t.weight * f / (f + ${sql.unsafe(String(SATURATION))} * length_factor)), 0) as score,
      coalesce(sum(t.coverage) filter (where f > 0), 0) as coverage
    from (
      select weight, coverage,
        greatest(case when unpacked.words @@ terms.words
            then ts_rank(${sql.unsafe(WEIGHTS)}, unpacked.words, terms.words) else 0 end,
          ${sql.unsafe(String(STEM_WEIGHT))} * ts_rank(${sql.unsafe(WEIGHTS)}, unpacked.words, terms.stems))::float8 as f,
        ${sql.unsafe(String(1 - LENGTH_PENALTY))} + ${sql.unsafe(String(LENGTH_PENALTY))} * d.word_count
          / ${String(Math.max(averageWords, 1))}::text::float8 as length_factor
      from terms
    ) t
  ) ranked`
