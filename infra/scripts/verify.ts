import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { ROOT } from './supervisor/read-settings.ts'
import { runCommand } from './verify/run-command.ts'

/** A check says what is wrong, or nothing. */
interface Check {
  name: string
  run(): Promise<string>
}

const MIGRATIONS = join(ROOT, 'packages/database/migrations')
const OPENAPI = join(ROOT, 'apps/api/openapi.json')
const WORK = join(ROOT, '.data/verify')
const AT_ONCE = 2

const tool = (name: string, ...args: string[]) => runCommand(join(ROOT, 'node_modules/.bin', name), args)

const checkWebTypes = async (): Promise<string> =>
  (await runCommand('npm', ['run', 'typegen', '-w', '@market/web'])) ||
  tool('tsc', '--noEmit', '-p', 'apps/web')

const checkLockfile = async (): Promise<string> => {
  const text = await readFile(join(ROOT, 'package-lock.json'), 'utf8')
  if (/"resolved": "(https?|file):/.test(text)) return 'package-lock.json contains download addresses.'
  return runCommand(process.execPath, ['infra/scripts/complete-lockfile.mjs', '--check'])
}

const checkOpenapi = async (): Promise<string> => {
  const fresh = join(WORK, 'openapi.json')
  const failure = await runCommand(process.execPath, ['apps/api/src/openapi.ts', fresh])
  if (failure) return failure
  const [now, committed] = await Promise.all([
    readFile(fresh, 'utf8'),
    readFile(OPENAPI, 'utf8').catch(() => ''),
  ])
  return now === committed ? '' : 'apps/api/openapi.json is not what the routes say: run npm run openapi.'
}

/** A change of the schema without its migration would make the generator write one. */
const checkMigrations = async (): Promise<string> => {
  const copy = join(WORK, 'migrations')
  await cp(MIGRATIONS, copy, { recursive: true })
  const options = ['--dialect', 'postgresql', '--out', relative(ROOT, copy)]
  const schema = ['--schema', 'packages/database/src/schema/index.ts']
  const failure =
    (await tool('drizzle-kit', 'generate', ...options, ...schema)) ||
    (await tool('drizzle-kit', 'check', ...options))
  if (failure) return failure
  const [before, after] = await Promise.all([readdir(MIGRATIONS), readdir(copy)])
  const missing = after.filter((file) => !before.includes(file))
  if (missing.length === 0) return ''
  const sql = await readFile(join(copy, missing[0] ?? ''), 'utf8')
  return `The schema has changed without a migration: run npm run migrations.\n${sql.slice(0, 2_000)}`
}

const CHECKS: readonly Check[] = [
  { name: 'format and lint', run: () => tool('biome', 'check', '--error-on-warnings', '.') },
  { name: 'types', run: () => tool('tsc', '--noEmit') },
  { name: 'types of the web', run: checkWebTypes },
  {
    name: 'imports',
    run: () => tool('depcruise', '--config', '.dependency-cruiser.mjs', 'packages', 'apps', 'seeds', 'infra'),
  },
  { name: 'unused code', run: () => tool('knip', '-c', '.knip.json', '--no-progress') },
  { name: 'lockfile', run: checkLockfile },
  { name: 'OpenAPI drift', run: checkOpenapi },
  { name: 'migration drift', run: checkMigrations },
]

/** Runs every check that needs no database, a few at once, and tells the failures before the summary. */
const main = async (): Promise<void> => {
  await rm(WORK, { recursive: true, force: true })
  await mkdir(WORK, { recursive: true })
  const waiting = [...CHECKS]
  const failures = new Map<string, string>()
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const failure = await check.run().catch((error) => String(error))
      if (failure) failures.set(check.name, failure)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  await rm(WORK, { recursive: true, force: true })
  for (const [name, failure] of failures) console.log(`\n── ${name}\n${failure.trimEnd()}\n`)
  for (const { name } of CHECKS) console.log(`${failures.has(name) ? '✗' : '✓'} ${name}`)
  console.log(`${CHECKS.length - failures.size} checks passed, ${failures.size} failed`)
  process.exitCode = failures.size > 0 ? 1 : 0
}

await main()
