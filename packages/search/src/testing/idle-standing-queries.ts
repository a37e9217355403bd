import type { StandingQueries } from '../standing-queries.ts'

/** For tests that save no search: every query asks for everything. */
export const idleStandingQueries: StandingQueries = {
  edition: 1,
  compile: () => null,
  face: () => '',
}
