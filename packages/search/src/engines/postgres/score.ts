import type { Fragment, Sql } from 'postgres'
import { LABEL_WEIGHTS, LENGTH_PENALTY, SATURATION, STEM_WEIGHT } from '../../ranking.ts'

const WEIGHTS = `'{${LABEL_WEIGHTS.join(',')}}'::float4[]`

/**
 * Score and coverage of document `d` over the rows of `terms`, joined as `ranked`. ts_rank of a single word is
 * the weighted, levelling-off count of its places; rarity and length are what it lacks to be BM25.
 * Of a phrase it asks only whether the words are there, so a match is asked for first.
 */
export const ranked = (sql: Sql): Fragment => sql`
  -- Unpacked once: a long vector lies compressed, and every function on it would unpack it again.
  cross join lateral (select d.words || '' as words, d.stems || '' as stems offset 0) unpacked
  cross join lateral (
    select coalesce(sum(t.weight * f / (f + ${sql.unsafe(String(SATURATION))} * length_factor)), 0) as score,
      coalesce(sum(t.coverage) filter (where f > 0), 0) as coverage
    from (
      select weight, coverage,
        greatest(case when unpacked.words @@ terms.words
            then ts_rank(${sql.unsafe(WEIGHTS)}, unpacked.words, terms.words) else 0 end,
          ${sql.unsafe(String(STEM_WEIGHT))} * ts_rank(${sql.unsafe(WEIGHTS)}, unpacked.stems, terms.stems))::float8 as f,
        ${sql.unsafe(String(1 - LENGTH_PENALTY))} + ${sql.unsafe(String(LENGTH_PENALTY))} * d.word_count
          / greatest(current.average_words, 1) as length_factor
      from terms
    ) t
  ) ranked`

/** Where nobody asks for the order or the coverage, a document costs nothing more than being found. */
export const unranked = (sql: Sql): Fragment => sql`
  cross join (select 0::float8 as score, 0::float8 as coverage) ranked`
