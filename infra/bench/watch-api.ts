import { readFile } from 'node:fs/promises'
import { startApi } from './api-process.ts'
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

/** Starts the API beside the database, asks it for figures, and gives the memory it held then and at most, in MB (Linux). */
export const watchApi = async (url: string): Promise<{ atStart: number; most: number }> => {
  const api = await startApi(url)
  try {
    const held = async (field: 'VmRSS' | 'VmHWM') =>
      Number(
        new RegExp(`${field}:\\s+(\\d+)`).exec(await readFile(`/proc/${api.pid}/status`, 'utf8'))?.[1] ?? 0,
      ) / 1024
    const atStart = await held('VmRSS')
    const requests = Array.from({ length: REQUESTS }, (_, index) => PATHS[index % PATHS.length] ?? '')
    await ratePerSecond(requests, AT_ONCE, async (path) => {
      const answer = await fetch(`${api.origin}/api/turnover${path}`)
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
      await answer.arrayBuffer()
    })
    return { atStart, most: await held('VmHWM') }
  } finally {
    await api.stop()
  }
}
