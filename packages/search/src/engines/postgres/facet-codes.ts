import type { Sql, TransactionSql } from 'postgres'
import type { Dimension, FacetCount } from '../../engine.ts'

interface FacetValue {
  facet: Dimension
  value: string
}

const FIRST_CODE = 161
const LAST_CODE = 55_295

const keyOf = (facet: string, value: string): string => `${facet}=${value}`

/** The characters that stand for facet values, kept in memory and read again when an unknown one turns up. */
export interface FacetCodes {
  /** The characters of a document; gives new values a character, inside the writer's transaction. */
  assign(tx: TransactionSql, pairs: readonly FacetValue[]): Promise<Map<string, string>>
  /** The characters of chosen values; one that no document has stands for nothing. */
  charactersOf(facet: Dimension, values: readonly string[]): Promise<string>
  /** Counts of every value in the characters of all documents, strung together. */
  count(characters: string): Promise<Map<Dimension, FacetCount[]>>
}

export const facetKey = keyOf

export const createFacetCodes = (sql: Sql): FacetCodes => {
  const characters = new Map<string, string>()
  const values = new Map<number, FacetValue>()
  // One for all counts, 220 kB; each leaves it at zero again before it waits for anything.
  const counts = new Uint32Array(LAST_CODE + 1)

  const read = async (from: Sql | TransactionSql): Promise<void> => {
    const rows = await from<{ facet: Dimension; value: string; code: number }[]>`
      select facet, value, code from search_facet_values`
    for (const { facet, value, code } of rows) {
      characters.set(keyOf(facet, value), String.fromCharCode(code))
      values.set(code, { facet, value })
    }
  }

  const missing = (pairs: readonly FacetValue[]): FacetValue[] =>
    pairs.filter(({ facet, value }) => !characters.has(keyOf(facet, value)))

  return {
    assign: async (tx, pairs) => {
      // Anew in every transaction with something unknown: what a rolled back one had assigned never was.
      if (missing(pairs).length > 0) {
        const asked = [...new Map(pairs.map((pair) => [keyOf(pair.facet, pair.value), pair])).values()]
        await tx`
          insert into search_facet_values (facet, value, code)
          select facet, value, top.code + row_number() over (order by facet, value)
          from unnest(${asked.map(({ facet }) => facet)}::text[], ${asked.map(({ value }) => value)}::text[]) as t(facet, value),
            (select coalesce(max(code), ${FIRST_CODE - 1}) as code from search_facet_values) top
          where not exists (select from search_facet_values v where v.facet = t.facet and v.value = t.value)
          order by facet, value limit greatest(0, ${LAST_CODE} - (select coalesce(max(code), ${FIRST_CODE}) from search_facet_values))`
      }
      const rows = await tx<{ facet: string; value: string; code: number }[]>`
        select v.facet, v.value, v.code from search_facet_values v
        join (select distinct * from unnest(${pairs.map(({ facet }) => facet)}::text[], ${pairs.map(({ value }) => value)}::text[])) t(facet, value)
          using (facet, value)`
      return new Map(rows.map(({ facet, value, code }) => [keyOf(facet, value), String.fromCharCode(code)]))
    },
    charactersOf: async (facet, chosen) => {
      if (missing(chosen.map((value) => ({ facet, value }))).length > 0) await read(sql)
      return chosen.map((value) => characters.get(keyOf(facet, value)) ?? '').join('')
    },
    count: async (text) => {
      if (text === '') return new Map()
      const seen: number[] = []
      for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at)
        const before = counts[code] ?? 0
        if (before === 0) seen.push(code)
        counts[code] = before + 1
      }
      const found = seen.map((code): [number, number] => [code, counts[code] ?? 0])
      for (const code of seen) counts[code] = 0
      if (found.some(([code]) => !values.has(code))) await read(sql)
      const grouped = new Map<Dimension, FacetCount[]>()
      for (const [code, count] of found) {
        const known = values.get(code)
        if (!known) continue
        const list = grouped.get(known.facet)
        if (list) list.push({ value: known.value, count })
        else grouped.set(known.facet, [{ value: known.value, count }])
      }
      for (const list of grouped.values())
        list.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      return grouped
    },
  }
}
