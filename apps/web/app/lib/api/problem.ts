import type { FieldProblem } from '@market/domain'
import { data, isRouteErrorResponse } from 'react-router'
import { z } from 'zod'

const problemBody = z.object({
  status: z.number().int(),
  code: z.string(),
  details: z.record(z.string(), z.unknown()).default({}),
  requestId: z.string().optional(),
})

/** A refusal of the API (RFC 9457); `code` is what the message catalogue translates. */
export interface Problem {
  status: number
  code: string
  details: Record<string, unknown>
  requestId?: string | undefined
}

const fieldProblems = z.array(
  z.object({ path: z.string(), code: z.string(), params: z.record(z.string(), z.unknown()).optional() }),
)

/** The problems of single fields that a refusal carries; empty when it is about the whole. */
export function fieldProblemsOf(problem: Problem | undefined): FieldProblem[] {
  const parsed = fieldProblems.safeParse(problem?.details.problems)
  if (!parsed.success) return []
  return parsed.data.map(({ path, code, params }) => (params ? { path, code, params } : { path, code }))
}

/** Reads an error answer; whatever is not a problem document becomes 'service.unavailable' or 'internal'. */
export async function readProblem(response: Response): Promise<Problem> {
  const parsed = problemBody.safeParse(await response.json().catch(() => undefined))
  if (parsed.success) return parsed.data
  const code = response.status >= 502 && response.status <= 504 ? 'service.unavailable' : 'internal'
  return { status: response.status, code, details: {} }
}

const BYTES_OF_A_MEGABYTE = 1024 * 1024

/** In whole megabytes, as limits are told. */
export const megabytesOf = (bytes: number): number => Math.floor(bytes / BYTES_OF_A_MEGABYTE)

/** A form that weighs more than the site takes: the API never saw it. */
export const formTooLargeProblem = (mostBytes: number): Problem => ({
  status: 413,
  code: 'request.form_too_large',
  details: { most: megabytesOf(mostBytes) },
})

/** What a loader throws: React Router carries status and data to the error page, in production too. */
export function problemResponse(problem: Problem): ReturnType<typeof data<Problem>> {
  return data(problem, { status: problem.status })
}

/** The problem inside something thrown by the API client, if it is one. */
export function problemOf(error: unknown): Problem | undefined {
  const candidate = isRouteErrorResponse(error) ? error.data : thrownData(error)
  const parsed = problemBody.safeParse(candidate)
  return parsed.success ? parsed.data : undefined
}

function thrownData(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'data' in error ? error.data : undefined
}

export type Attempt<T> = { ok: true; value: T } | { ok: false; problem: Problem }

/** For actions: a refusal comes back as a value to show beside the form; anything else still flies. */
export async function attempt<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    const problem = problemOf(error)
    if (problem === undefined) throw error
    return { ok: false, problem }
  }
}
