import { Listing } from '@market/contracts/listings'
import type { FieldProblem } from '@market/domain'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt, fieldProblemsOf, type Problem } from '../../lib/api/problem.ts'
import { invalidForm } from '../../lib/read-form.ts'
import type { ReadListing } from './read-listing-form.ts'

export interface SaveOutcome {
  /** The text as it is stored now; null when nothing could be stored. */
  listing: Listing | null
  /** What was left out, or why nothing was stored. */
  problem: Problem | undefined
}

export const listingPath = (id: string): string => `/api/listings/${encodeURIComponent(id)}`

// The ends of a range are judged together.
const TOGETHER: Record<string, readonly string[]> = { priceMaxFen: ['priceFen', 'priceMaxFen'] }
const MOST_ROUNDS = 4

const withoutRefused = (input: Record<string, unknown>, problems: readonly FieldProblem[]) => {
  const refused = new Set(
    problems.flatMap(({ path }) => {
      const field = path.split('.', 1)[0] ?? ''
      return TOGETHER[field] ?? [field]
    }),
  )
  return Object.fromEntries(Object.entries(input).filter(([name]) => !refused.has(name)))
}

/** Stores everything that can be read: one wrong number must not cost the text written beside it. */
export async function saveListing(
  api: ApiClient,
  id: string,
  revision: number,
  read: ReadListing,
): Promise<SaveOutcome> {
  const problems = [...read.problems]
  let input = withoutRefused(read.input, problems)
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const body = { ...input, revision }
    const answer = await attempt(() => api.send('PATCH', listingPath(id), body, Listing))
    if (answer.ok) {
      return { listing: answer.value, problem: problems.length > 0 ? invalidForm(problems) : undefined }
    }
    const refused = fieldProblemsOf(answer.problem)
    const rest = withoutRefused(input, refused)
    const narrowed = Object.keys(rest).length < Object.keys(input).length
    if (answer.problem.status !== 422 || !narrowed) return { listing: null, problem: answer.problem }
    problems.push(...refused)
    input = rest
  }
  return { listing: null, problem: invalidForm(problems) }
}
