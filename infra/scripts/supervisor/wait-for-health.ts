import { setTimeout as wait } from 'node:timers/promises'
import { StartProblem } from './start-problem.ts'

const HEALTHY_WITHIN_MS = 60_000

/** Resolves when the address answers with success; asks in short intervals. */
export const waitForHealth = async (url: string, signal: AbortSignal): Promise<void> => {
  const deadline = performance.now() + HEALTHY_WITHIN_MS
  while (performance.now() < deadline) {
    signal.throwIfAborted()
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
    await response?.body?.cancel()
    if (response?.ok) return
    await wait(50)
  }
  throw new StartProblem(`${url} did not answer within a minute; see the logs in the data folder.`)
}
