import type { Refusal } from '@market/domain'

interface PostgresFailure {
  code: string
  constraint_name?: string
}

const isPostgresFailure = (value: unknown): value is PostgresFailure =>
  typeof value === 'object' && value !== null && 'code' in value && 'severity' in value

/** The PostgreSQL error inside whatever the query builder wrapped around it. */
export const postgresFailure = (error: unknown): PostgresFailure | null => {
  if (isPostgresFailure(error)) return error
  return error instanceof Error && error.cause !== undefined ? postgresFailure(error.cause) : null
}

const INTEGRITY_CODES = new Set(['23505', '23503', '23514', '23P01', '23502'])

/** Name of the constraint an error broke, or null when it broke none. */
export const violatedConstraint = (error: unknown): string | null => {
  const failure = postgresFailure(error)
  return failure && INTEGRITY_CODES.has(failure.code) ? (failure.constraint_name ?? null) : null
}

/** Deadlock or serialization failure: the transaction did nothing and may be run again. */
export const isRetryable = (error: unknown): boolean => {
  const code = postgresFailure(error)?.code
  return code === '40001' || code === '40P01'
}

/** Somebody else held what was waited for longer than `lock_timeout`. */
export const isLockTimeout = (error: unknown): boolean => postgresFailure(error)?.code === '55P03'

/**
 * Runs `work`; when it breaks one of the named constraints, throws that constraint's refusal instead, so that
 * the loser of a race hears the same words as one who came late.
 */
export const refusingOn = async <T>(
  refusals: Record<string, () => Refusal>,
  work: () => Promise<T>,
): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    const constraint = violatedConstraint(error)
    const refusal = constraint === null ? undefined : refusals[constraint]
    throw refusal ? refusal() : error
  }
}
