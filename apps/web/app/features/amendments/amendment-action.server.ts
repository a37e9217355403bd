import { CLAUSE_CHANGES } from '@market/domain/contracts'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt, type Problem } from '../../lib/api/problem.ts'
import { type FormReader, invalidForm, readForm } from '../../lib/read-form.ts'

const WORDS = ['headingZh', 'headingEn', 'zh', 'en'] as const

/** Browsers send line breaks of their own. */
const plain = (words: string): string => words.replaceAll('\r\n', '\n')

/** The row of the form each clause stands in; rows nobody wrote in count for nothing. */
function rowsOf(read: FormReader): number[] {
  return read
    .rows('rows')
    .filter((index) => [...WORDS, 'article'].some((word) => read.text(`clauses.${index}.${word}`) !== ''))
}

function clauseFrom(read: FormReader, index: number) {
  const at = (word: string) => `clauses.${index}.${word}`
  const change = CLAUSE_CHANGES.find((known) => known === read.text(at('change'))) ?? 'replaced'
  const article = read.number(at('article'))
  const words = Object.fromEntries(WORDS.map((word) => [word, plain(read.text(at(word)))]))
  return { change, article: change === 'added' ? null : article, ...words }
}

/** The API counts the clauses sent; the form knows them by their rows. */
function atRows(problem: Problem, rows: readonly number[]): Problem {
  const { problems } = problem.details ?? {}
  if (!Array.isArray(problems)) return problem
  const moved = problems.map((found: { path: string }) => ({
    ...found,
    path: found.path.replace(/^clauses\.(\d+)/, (_, at: string) => `clauses.${rows[Number(at)] ?? at}`),
  }))
  return { ...problem, details: { ...problem.details, problems: moved } }
}

/** Proposes the amendment typed; the refusal, if there is one, is the answer. */
export async function proposeFrom(api: ApiClient, id: string, form: FormData): Promise<Problem | undefined> {
  const read = readForm(form)
  const rows = rowsOf(read)
  const proposal = {
    title: read.text('title'),
    effectiveOn: read.text('effectiveOn'),
    contractAmountFen: read.yuan('contractAmountFen'),
    technologyAmountFen: read.yuan('technologyAmountFen'),
    endsOn: read.choice('endsOn'),
    clauses: rows.map((index) => clauseFrom(read, index)),
  }
  if (read.problems.length > 0) return invalidForm(read.problems)
  const path = `/api/contracts/${encodeURIComponent(id)}/amendments`
  const answer = await attempt(() => api.sendOnly('POST', path, proposal))
  return answer.ok ? undefined : atRows(answer.problem, rows)
}

/** Takes a step on an amendment; the refusal, if there is one, is the answer. */
export async function takeAmendmentStep(
  api: ApiClient,
  { id, number }: { id: string; number: string },
  form: FormData,
): Promise<Problem | undefined> {
  const read = readForm(form)
  const base = `/api/contracts/${encodeURIComponent(id)}/amendments/${encodeURIComponent(number)}`
  const post = async (path: string, body?: unknown): Promise<Problem | undefined> => {
    const answer = await attempt(() => api.sendOnly('POST', base + path, body))
    return answer.ok ? undefined : answer.problem
  }
  switch (read.text('intent')) {
    case 'sign':
      return read.checked('confirmed')
        ? post('/sign', { sha256: read.text('sha256') })
        : invalidForm([{ path: 'confirmed', code: 'confirmation.required' }])
    case 'decline':
      return post('/decline', { reason: read.text('reason') })
    case 'withdraw':
      return post('/withdraw')
    default:
      return invalidForm([{ path: 'intent', code: 'field.invalid_value' }])
  }
}
