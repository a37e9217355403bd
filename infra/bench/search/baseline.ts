import type { DatabaseHandle } from '@market/database'
import { segmentWords } from '@market/search/testing'

const quoted = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/** What PostgreSQL does by itself with the same words: ts_rank, which cannot tell a rare word from a common one. */
export const openBaseline = async (sql: DatabaseHandle['sql']) => {
  await sql`create table baseline (id uuid primary key, words tsvector not null)`
  const rows = await sql<{ id: string; document: string }[]>`select id, document::text from search_documents`
  for (const { id, document } of rows) {
    const { titleZh, titleEn, summaryZh, summaryEn } = JSON.parse(document)
    const title = segmentWords([titleZh, titleEn].join(' ')).map((word) => [word, 'A'])
    const body = segmentWords([summaryZh, summaryEn].join(' ')).map((word) => [word, 'D'])
    const vector = [...title, ...body]
      .map(([word = '', label], at) => `${quoted(word)}:${Math.min(at + 1, 16_383)}${label}`)
      .join(' ')
    await sql`insert into baseline values (${id}, ${vector}::text::tsvector)`
  }
  await sql`create index on baseline using gin (words)`
  return async (
    text: string,
    holding: 'all' | 'any',
    names: ReadonlyMap<string, string>,
  ): Promise<string[]> => {
    const query = segmentWords(text)
      .map(quoted)
      .join(holding === 'all' ? ' & ' : ' | ')
    const found = await sql<{ id: string }[]>`
      select id from baseline where words @@ ${query}::text::tsquery
      order by ts_rank(words, ${query}::text::tsquery) desc, id limit 100`
    return found.map(({ id }) => names.get(id) ?? id)
  }
}
