import type { Actor, Clock, IdSource } from '../index.ts'

/** A clock that stands still until it is told to move. */
export interface FixedClock extends Clock {
  set(instant: string): void
  advance(milliseconds: number): void
}

export const fixedClock = (instant: string): FixedClock => {
  let current = new Date(instant).getTime()
  return {
    now: () => new Date(current),
    set: (next) => {
      current = new Date(next).getTime()
    },
    advance: (milliseconds) => {
      current += milliseconds
    },
  }
}

/** Ids in the shape of a UUID version 7 that count upwards; `prefix` (hex) keeps two sources apart. */
export const sequentialIds = (prefix = '0'): IdSource => {
  let count = 0
  return {
    next: () => {
      count += 1
      const head = prefix.padStart(8, '0').slice(-8)
      return `${head}-0000-7000-8000-${count.toString(16).padStart(12, '0')}`
    },
  }
}

/** An owner of a verified Nanning university, unless told otherwise. */
export const sampleActor = (changes: Partial<Actor> = {}): Actor => ({
  userId: '00000001-0000-7000-8000-000000000001',
  organizationId: '00000002-0000-7000-8000-000000000001',
  organizationKind: 'university',
  organizationState: 'verified',
  organizationRegionCode: '450100',
  roles: ['owner'],
  ...changes,
})
