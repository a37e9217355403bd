import type { FieldProblem } from '@market/domain'
import type { z } from 'zod'
import type { ApiClient } from './api/client.server.ts'
import { attempt, fieldProblemsOf, type Problem } from './api/problem.ts'
import { invalidForm } from './read-form.ts'

/** A text as its form says it. */
export interface ReadText {
  input: Record<string, unknown>
  /** What could not be read of it. */
  problems: readonly FieldProblem[]
}

export interface SaveOutcome<T> {
  /** The text as it is stored now; null when nothing could be stored. */
  stored: T | null
  /** What was left out, or why nothing was stored. */
  problem: Problem | undefined
}

interface EditableText<T> {
  /** Of the record in the API. */
  path: string
  schema: z.ZodType<T>
  /** Fields that are judged with others: with a refused one, these are left out. */
  together: Readonly<Record<string, readonly string[]>>
}

const MOST_ROUNDS = 4

const withoutRefused = (
  input: Record<string, unknown>,
  problems: readonly FieldProblem[],
  together: EditableText<unknown>['together'],
) => {
  const refused = new Set(
    problems.flatMap(({ path }) => {
      const field = path.split('.', 1)[0] ?? ''
      return together[field] ?? [field]
    }),
  )
  return Object.fromEntries(Object.entries(input).filter(([name]) => !refused.has(name)))
}

/** Stores everything that can be read: one wrong number must not cost the text written beside it. */
export async function saveText<T>(
  api: ApiClient,
  { path, schema, together }: EditableText<T>,
  revision: number,
  read: ReadText,
): Promise<SaveOutcome<T>> {
  const problems = [...read.problems]
  let input = withoutRefused(read.input, problems, together)
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const body = { ...input, revision }
    const answer = await attempt(() => api.send('PATCH', path, body, schema))
    if (answer.ok) {
      return { stored: answer.value, problem: problems.length > 0 ? invalidForm(problems) : undefined }
    }
    const refused = fieldProblemsOf(answer.problem)
    const rest = withoutRefused(input, refused, together)
    const narrowed = Object.keys(rest).length < Object.keys(input).length
    if (answer.problem.status !== 422 || !narrowed) return { stored: null, problem: answer.problem }
    problems.push(...refused)
    input = rest
  }
  return { stored: null, problem: invalidForm(problems) }
}
