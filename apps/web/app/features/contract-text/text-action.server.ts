import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt, type Problem } from '../../lib/api/problem.ts'
import { type FormReader, invalidForm, readForm } from '../../lib/read-form.ts'

const WORDS = ['headingZh', 'headingEn', 'zh', 'en'] as const

/** Browsers send line breaks of their own; a text that reads the same must stay the same. */
const plain = (words: string): string => words.replaceAll('\r\n', '\n')

/** The articles kept, in the order of the page; the empty one at the end counts only when something was written. */
function articlesFrom(read: FormReader) {
  return read
    .rows('count')
    .map((index) => ({
      kept: read.checked(`articles.${index}.keep`),
      clauseId: read.choice(`articles.${index}.clauseId`),
      ...Object.fromEntries(WORDS.map((word) => [word, plain(read.text(`articles.${index}.${word}`))])),
    }))
    .filter((article) => article.kept || (article.clauseId === null && hasWords(article)))
    .map(({ kept: _, ...article }) => article)
}

const hasWords = (article: Record<string, unknown>): boolean =>
  WORDS.some((word) => (article[word] ?? '') !== '')

/** Takes a step on the text of a contract; the refusal, if there is one, is the answer. */
export async function takeTextStep(api: ApiClient, id: string, form: FormData): Promise<Problem | undefined> {
  const read = readForm(form)
  const base = `/api/contracts/${encodeURIComponent(id)}/text`
  const post = async (path: string, body: unknown): Promise<Problem | undefined> => {
    const answer = await attempt(() => api.sendOnly('POST', base + path, body))
    return answer.ok ? undefined : answer.problem
  }
  switch (read.text('intent')) {
    case 'generate':
      return post('/generate', { base: read.number('base') })
    case 'accept':
      return post('/accept', { sha256: read.text('sha256') })
    case 'edit':
      return post('', {
        base: read.number('base'),
        articles: articlesFrom(read),
        bringBack: read.all('bringBack'),
        note: read.text('note'),
      })
    default:
      return invalidForm([{ path: 'intent', code: 'field.invalid_value' }])
  }
}
