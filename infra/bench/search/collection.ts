import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { SearchDocument } from '@market/search'
import { sampleDocument } from '@market/search/testing'

export interface Text {
  id: string
  title: string
  text: string
}

/** A test collection in the layout of BEIR. */
export interface Collection {
  texts: Text[]
  queries: Map<string, string>
  /** Query → text → how relevant. */
  judgements: Map<string, Map<string, number>>
}

const linesOf = (path: string) =>
  createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })

const readJsonLines = async <T>(path: string): Promise<T[]> => {
  const rows: T[] = []
  for await (const line of linesOf(path)) if (line.trim() !== '') rows.push(JSON.parse(line))
  return rows
}

const readJudgements = async (path: string): Promise<Collection['judgements']> => {
  const judgements: Collection['judgements'] = new Map()
  for await (const line of linesOf(path)) {
    const [query = '', text = '', score = ''] = line.split('\t')
    const value = Number(score)
    if (!Number.isFinite(value) || text === '' || score === '') continue
    judgements.set(query, (judgements.get(query) ?? new Map()).set(text, value))
  }
  return judgements
}

const judgementFile = (folder: string): string =>
  [join(folder, 'qrels.tsv'), join(folder, 'qrels', 'test.tsv')].find((path) => existsSync(path)) ??
  join(folder, 'qrels.tsv')

/** Only queries somebody has judged are asked. */
export const readCollection = async (folder: string): Promise<Collection> => {
  const corpus = await readJsonLines<{ _id: string; title?: string; text?: string }>(
    join(folder, 'corpus.jsonl'),
  )
  const asked = await readJsonLines<{ _id: string; text: string }>(join(folder, 'queries.jsonl'))
  const judgements = await readJudgements(judgementFile(folder))
  return {
    texts: corpus.map(({ _id, title = '', text = '' }) => ({ id: _id, title, text })),
    queries: new Map(asked.filter(({ _id }) => judgements.has(_id)).map(({ _id, text }) => [_id, text])),
    judgements,
  }
}

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** A text as a listing: its title and its text as title and summary of its language. */
export const documentOf = ({ title, text }: Text, at: number): SearchDocument => {
  const fields = isChinese(title + text)
    ? { titleZh: title, summaryZh: text }
    : { titleEn: title, summaryEn: text }
  const published = new Date(Date.UTC(2020, 0, 1) + at * 60_000)
  return sampleDocument(at + 1, { ...fields, ownerNameZh: '', ownerNameEn: '', publishedAt: published })
}
