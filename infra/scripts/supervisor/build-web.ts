import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { ROOT } from './read-settings.ts'
import { runToEnd } from './run-to-end.ts'

const SOURCES = [
  'apps/web/app',
  'apps/web/public',
  'apps/web/server',
  'packages/contracts/src',
  'packages/domain/src',
]
const FILES = [
  'apps/web/package.json',
  'apps/web/config.ts',
  'apps/web/vite.config.ts',
  'apps/web/react-router.config.ts',
  'apps/web/postcss.config.mjs',
  'apps/web/tsconfig.json',
  'package-lock.json',
]
const STAMP = join(ROOT, 'apps/web/build/sources.sha256')

/** Builds the web pages unless the last build was made from exactly these sources. */
export const buildWebIfChanged = async (
  log: string,
  { announce, signal }: { announce(): void; signal?: AbortSignal },
): Promise<void> => {
  const sources = await hashSources()
  const built = await readFile(STAMP, 'utf8').catch(() => '')
  if (built === sources) return
  announce()
  await runToEnd({
    failure: 'The web pages could not be built',
    command: 'npm',
    args: ['run', 'build', '-w', '@market/web'],
    env: { ...process.env, NODE_ENV: 'production' },
    log,
    ...(signal ? { signal } : {}),
  })
  await writeFile(STAMP, sources)
}

const hashSources = async (): Promise<string> => {
  const hash = createHash('sha256')
  const listed = await Promise.all(SOURCES.map(listFiles))
  const files = [...FILES.map((file) => join(ROOT, file)), ...listed.flat()].sort()
  for (const file of files) {
    const content = await readFile(file).catch(() => '')
    hash.update(relative(ROOT, file)).update('\0').update(content).update('\0')
  }
  return hash.digest('hex')
}

const listFiles = async (folder: string): Promise<string[]> => {
  const entries = await readdir(join(ROOT, folder), { withFileTypes: true, recursive: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
  return files.map((entry) => join(entry.parentPath, entry.name))
}
