import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database } from '@market/database'
import { createTestDatabase } from '@market/database/testing'

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))
const SECRET = 'the browser tests keep no secret from you'

export interface Stack {
  url: string
  db: Database
  /** Folder of the mail outbox. */
  outbox: string
  stop(): Promise<void>
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Starts one of the three processes as a deployment would, and waits until it says it is ready. */
const startProcess = (script: string, environment: Record<string, string>) =>
  new Promise<ChildProcess>((resolve, reject) => {
    const child = fork(join(ROOT, script), {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      silent: true,
    })
    const output: string[] = []
    child.stdout?.on('data', (chunk) => output.push(String(chunk)))
    child.stderr?.on('data', (chunk) => output.push(String(chunk)))
    child.once('message', () => resolve(child))
    child.once('exit', () => reject(new Error(`${script} ended:\n${output.join('')}`)))
  })

const stopProcess = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.removeAllListeners('exit')
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })

/** API, worker and web on a database of their own. The web must have been built. */
export const startStack = async (): Promise<Stack> => {
  const database = await createTestDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'market-e2e-'))
  const [apiPort, webPort] = [await freePort(), await freePort()]
  const url = `http://127.0.0.1:${webPort}`
  const environment = {
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    APP_SECRET: SECRET,
    DATA_DIR: folder,
    PUBLIC_URL: url,
    API_PORT: String(apiPort),
    API_URL: `http://127.0.0.1:${apiPort}`,
    PORT: String(webPort),
    LOG_LEVEL: 'error',
    RATE_LIMIT_PER_MINUTE: '100000',
  }
  const children = [
    await startProcess('apps/api/src/server.ts', environment),
    await startProcess('apps/worker/src/main.ts', environment),
    await startProcess('apps/web/server.ts', environment),
  ]
  const stop = async () => {
    await Promise.all(children.map(stopProcess))
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  }
  return { url, db: database.db, outbox: join(folder, 'outbox'), stop }
}
