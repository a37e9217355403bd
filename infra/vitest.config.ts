import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))
const databaseSetup = fileURLToPath(
  new URL('../packages/database/src/testing/global-setup.ts', import.meta.url),
)
const marketSetup = fileURLToPath(new URL('../apps/web/e2e/support/global-setup.ts', import.meta.url))

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'packages/{domain,contracts,adapters}/src/**/*.test.ts',
            'apps/web/{app,server}/**/*.test.{ts,tsx}',
            'apps/web/*.test.ts',
            'infra/scripts/**/*.test.ts',
          ],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'service',
          include: [
            'packages/{database,services,search}/src/**/*.test.ts',
            'apps/worker/src/**/*.test.ts',
            'seeds/**/*.test.ts',
          ],
          globalSetup: databaseSetup,
          hookTimeout: 30_000,
          testTimeout: 15_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'api',
          include: ['apps/api/src/**/*.test.ts'],
          globalSetup: databaseSetup,
          hookTimeout: 30_000,
          testTimeout: 15_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['apps/web/e2e/**/*.test.ts'],
          globalSetup: marketSetup,
          fileParallelism: false,
          hookTimeout: 120_000,
          testTimeout: 120_000,
        },
      },
    ],
  },
})
