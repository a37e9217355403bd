import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { startVitest, type TestModule, type Vitest } from 'vitest/node'
import { buildWebIfChanged } from './supervisor/build-web.ts'
import { ROOT } from './supervisor/read-settings.ts'

interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** Runs all tests, or those whose path contains one of the arguments; ends with the line `N passed, N failed`. */
const main = async (): Promise<void> => {
  const filters = process.argv.slice(2)
  await buildForBrowserTests(filters)
  const vitest = await startVitest('test', filters, {
    config: join(ROOT, 'infra/vitest.config.ts'),
    root: ROOT,
    watch: false,
  })
  const counts = countTests(vitest)
  await vitest.close()
  console.log(summarize(counts))
  process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0)
}

const buildForBrowserTests = async (filters: string[]): Promise<void> => {
  if (filters.length > 0 && !filters.some((filter) => filter.includes('e2e'))) return
  const logs = join(ROOT, '.data/logs')
  await mkdir(logs, { recursive: true })
  await buildWebIfChanged(join(logs, 'build.log'), {
    announce: () => console.log('Building the web pages …'),
  })
}

const countTests = (vitest: Vitest): Counts => {
  const counts = { passed: 0, failed: vitest.state.getUnhandledErrors().length, skipped: 0 }
  for (const module of vitest.state.getTestModules()) addModule(counts, module)
  return counts
}

const addModule = (counts: Counts, module: TestModule): void => {
  let failures = 0
  for (const test of module.children.allTests()) {
    const { state } = test.result()
    if (state === 'passed') counts.passed += 1
    else if (state === 'skipped') counts.skipped += 1
    else failures += 1
  }
  // A file that can't be loaded, or whose set-up fails, has no failed test of its own, yet it has failed.
  counts.failed += failures === 0 && module.state() === 'failed' ? 1 : failures
}

const summarize = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

main().catch((problem) => {
  console.error(problem)
  console.log('0 passed, 1 failed')
  process.exit(1)
})
