/** Young objects get 4 MB: by default, on a machine with much memory, a start alone leaves 150 MB more behind. */
const SMALL_YOUNG_GENERATION = '--max-semi-space-size=4'

const FLAGS: Readonly<Record<string, readonly string[]>> = {
  // Held to a size, not kept small at any price: `--optimize-for-size` costs it a third of its requests.
  api: ['--max-old-space-size=320'],
  // It waits for PostgreSQL more than it computes; kept small, an import of 100,000 rows stays within 300 MB.
  worker: ['--optimize-for-size'],
}

/** What a service's process is started with. */
export const nodeFlagsOf = (service: string): string[] => [SMALL_YOUNG_GENERATION, ...(FLAGS[service] ?? [])]
