const youngGeneration = (megabytes: number): string => `--max-semi-space-size=${megabytes}`

const FLAGS: Readonly<Record<string, string[]>> = {
  // Held to a size, not kept small at any price: `--optimize-for-size` costs it a third of its requests, and half the
  // room for young objects makes a search take a tenth longer.
  api: [youngGeneration(8), '--max-old-space-size=320'],
  // It waits for PostgreSQL more than it computes; kept small, an import of 100,000 rows stays within 300 MB.
  worker: [youngGeneration(4), '--optimize-for-size'],
}

/** By default, on a machine with much memory, a start alone leaves 150 MB of young objects behind. */
const SMALL = [youngGeneration(4)]

/** What a service's process is started with. */
export const nodeFlagsOf = (service: string): string[] => FLAGS[service] ?? SMALL
