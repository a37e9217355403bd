import { type ChildProcess, execFile, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))
const run = promisify(execFile)

export interface Stack {
  url: string
  /** Where mails are put instead of being sent. */
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
const startProcess = (script: string, environment: NodeJS.ProcessEnv) =>
  new Promise<ChildProcess>((resolve, reject) => {
    const child = fork(join(ROOT, script), { cwd: ROOT, env: environment, execArgv: [], silent: true })
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

const environmentOf = async (databaseUrl: string, folder: string): Promise<NodeJS.ProcessEnv> => {
  const [apiPort, webPort] = [await freePort(), await freePort()]
  return {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    APP_SECRET: randomBytes(32).toString('hex'),
    DATA_DIR: folder,
    // Browsers make passkeys for a name, not for a number.
    PUBLIC_URL: `http://localhost:${webPort}`,
    API_PORT: String(apiPort),
    API_URL: `http://127.0.0.1:${apiPort}`,
    PORT: String(webPort),
    LOG_LEVEL: 'error',
    RATE_LIMIT_PER_MINUTE: '100000',
  }
}

/** API, worker and web on a database with the demonstration data. The web must have been built. */
export const startStack = async (databaseUrl: string): Promise<Stack> => {
  const folder = await mkdtemp(join(tmpdir(), 'market-e2e-'))
  const environment = await environmentOf(databaseUrl, folder)
  await run(process.execPath, [join(ROOT, 'seeds/run.ts'), '--reference', '--demo'], {
    cwd: ROOT,
    env: environment,
  })
  const children: ChildProcess[] = []
  for (const script of ['apps/api/src/server.ts', 'apps/worker/src/main.ts', 'apps/web/server.ts']) {
    children.push(await startProcess(script, environment))
  }
  const stop = async () => {
    await Promise.all(children.map(stopProcess))
    await rm(folder, { recursive: true, force: true })
  }
  return { url: environment.PUBLIC_URL ?? '', outbox: join(folder, 'outbox'), stop }
}
