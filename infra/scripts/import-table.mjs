/** Who may import whom: the design's table, in a form that machines check. One dependency-cruiser rule is made per row. */

/**
 * Part of the repository → the other parts it `may` import; of `interfaces` it may import types alone, save from the
 * `pure` files and, where an app is composed, in the files of COMPOSITION.
 */
export const PARTS = [
  { part: 'packages/domain', may: [] },
  { part: 'packages/contracts', may: ['packages/domain'] },
  { part: 'packages/database', may: ['packages/domain'] },
  { part: 'packages/search', may: ['packages/domain'] },
  { part: 'packages/adapters', may: ['packages/domain'] },
  {
    part: 'packages/services',
    may: ['packages/domain', 'packages/database'],
    interfaces: ['packages/search', 'packages/adapters'],
    // Constants of the interface, the document builder, what filters mean: pure, without an engine behind them.
    pure: [
      'packages/search/src/engine.ts',
      'packages/search/src/document.ts',
      'packages/search/src/meets-filters.ts',
      'packages/search/src/text/match-terms.ts',
    ],
  },
  {
    part: 'apps/api',
    may: ['packages/services', 'packages/contracts', 'packages/domain'],
    interfaces: ['packages/database', 'packages/search', 'packages/adapters'],
    composed: true,
  },
  {
    part: 'apps/worker',
    may: ['packages/services', 'packages/contracts', 'packages/domain'],
    interfaces: ['packages/database', 'packages/search', 'packages/adapters'],
    composed: true,
  },
  { part: 'apps/web', may: ['packages/contracts', 'packages/domain'] },
  {
    part: 'seeds',
    may: [
      'packages/domain',
      'packages/database',
      'packages/services',
      'packages/search',
      'packages/adapters',
    ],
  },
]

/** Files that connect the parts of an app: its composition, and the commands beside it. */
export const COMPOSITION = String.raw`/src/(composition|main|reindex|check-indicators|load-statistics|rebuild-indicators|verify-audit|beside-database|openapi|server)\.ts$`

/** Capabilities of `services`: each imports its own floor and those below, through the other's index.ts. */
export const FLOORS = [
  ['identity', 'files', 'audit'],
  ['organizations'],
  ['listings'],
  ['rights'],
  ['licensing'],
  ['contracts', 'demands'],
  ['registration', 'payments'],
  ['indicators', 'notifications'],
  // Saved searches tell of what they found.
  ['discovery'],
]

/** Packages that only the named parts may import. */
export const RESERVED = [
  { packages: ['drizzle-orm', 'postgres'], parts: ['packages/database', 'packages/services', 'seeds'] },
  { packages: ['stripe'], parts: ['packages/adapters'] },
]
