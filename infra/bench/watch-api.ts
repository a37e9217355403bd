import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { nodeFlagsOf } from '../scripts/supervisor/node-flags.ts'
import { ratePerSecond } from './measure.ts'

const REQUESTS = 600
const AT_ONCE = 8
const PATHS = [
  '',
  '?by=type',
  '?by=field&view=output',
  '?by=flow',
  '?by=sellerRegion',
  '?by=month',
  '/summary',
]

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}

const waitUntilReady = async (origin: string): Promise<void> => {
  for (let attempt = 0; attempt < 900; attempt += 1) {
    const answer = await fetch(`${origin}/api/turnover/summary`).catch(() => null)
    if (answer?.ok) return
    await pause(100)
  }
  throw new Error('The API did not start.')
}

/** Starts the API beside the database, asks it for figures, and gives the memory it held then and at most, in MB (Linux). */
export const watchApi = async (url: string): Promise<{ atStart: number; most: number }> => {
  const port = await freePort()
  const data = await mkdtemp(join(tmpdir(), 'market-bench-api-'))
  const environment = {
    ...process.env,
    DATABASE_URL: url,
    API_PORT: String(port),
    APP_SECRET: 'a secret of the measurement, long enough',
    DATA_DIR: data,
    LOG_LEVEL: 'silent',
    RATE_LIMIT_PER_MINUTE: '1000000',
  }
  const api = spawn(process.execPath, [...nodeFlagsOf('api'), 'apps/api/src/server.ts'], {
    env: environment,
    stdio: 'ignore',
  })
  try {
    const origin = `http://127.0.0.1:${port}`
    await waitUntilReady(origin)
    const held = async (field: 'VmRSS' | 'VmHWM') =>
      Number(
        new RegExp(`${field}:\\s+(\\d+)`).exec(await readFile(`/proc/${api.pid}/status`, 'utf8'))?.[1] ?? 0,
      ) / 1024
    const atStart = await held('VmRSS')
    const requests = Array.from({ length: REQUESTS }, (_, index) => PATHS[index % PATHS.length] ?? '')
    await ratePerSecond(requests, AT_ONCE, async (path) => {
      const answer = await fetch(`${origin}/api/turnover${path}`)
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
      await answer.arrayBuffer()
    })
    return { atStart, most: await held('VmHWM') }
  } finally {
    api.kill('SIGTERM')
    await rm(data, { recursive: true, force: true })
  }
}
