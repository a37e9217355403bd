/** Young objects get 4 MB: by default, on a machine with much memory, a start alone leaves 150 MB more behind. */
const SMALL_YOUNG_GENERATION = '--max-semi-space-size=4'

/** What a service's process is started with. The API waits for PostgreSQL more than it computes: it is kept small. */
export const nodeFlagsOf = (service: string): string[] =>
  service === 'api' ? [SMALL_YOUNG_GENERATION, '--optimize-for-size'] : [SMALL_YOUNG_GENERATION]
