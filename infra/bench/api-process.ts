import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { nodeFlagsOf } from '../scripts/supervisor/node-flags.ts'

export interface ServedProcess {
  origin: string
  pid: number
  stop(): Promise<void>
}

const TRIES = 900
const PAUSE_MS = 100

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}

const waitUntilReady = async (child: ChildProcess, address: string): Promise<void> => {
  for (let attempt = 0; attempt < TRIES && child.exitCode === null; attempt += 1) {
    const answer = await fetch(address).catch(() => null)
    if (answer?.ok) return
    await pause(PAUSE_MS)
  }
  throw new Error(`${address} did not answer.`)
}

/** Starts a server script on a free port, told to it as API_PORT, and waits until a path of it answers. */
export const startServer = async (
  script: string,
  readyPath: string,
  environment: NodeJS.ProcessEnv,
): Promise<ServedProcess> => {
  const port = await freePort()
  const child = spawn(process.execPath, [...nodeFlagsOf('api'), script], {
    env: { ...process.env, ...environment, API_PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  const origin = `http://127.0.0.1:${port}`
  try {
    await waitUntilReady(child, origin + readyPath)
  } catch (error) {
    await stop()
    throw error
  }
  return { origin, pid: child.pid ?? 0, stop }
}

/** The API as a deployment starts it, on this database. */
export const startApi = async (url: string): Promise<ServedProcess> => {
  const data = await mkdtemp(join(tmpdir(), 'market-bench-api-'))
  const api = await startServer('apps/api/src/server.ts', '/api/turnover/summary', {
    DATABASE_URL: url,
    APP_SECRET: 'a secret of the measurement, long enough',
    DATA_DIR: data,
    LOG_LEVEL: 'silent',
    RATE_LIMIT_PER_MINUTE: '100000000',
  })
  const stop = async () => {
    await api.stop()
    await rm(data, { recursive: true, force: true })
  }
  return { ...api, stop }
}
