/** Young objects get 4 MB: by default, on a machine with much memory, a start alone leaves 150 MB more behind. */
const SMALL_YOUNG_GENERATION = '--max-semi-space-size=4'

/**
 * What a service's process is started with. API and worker wait for PostgreSQL more than they compute: they are kept
 * small, which leaves an import of 100,000 rows its place within 300 MB.
 */
export const nodeFlagsOf = (service: string): string[] =>
  service === 'web' ? [SMALL_YOUNG_GENERATION] : [SMALL_YOUNG_GENERATION, '--optimize-for-size']
