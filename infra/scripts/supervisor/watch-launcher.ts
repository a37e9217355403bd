import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { commandLineOf } from '@market/database/embedded'

const INTERVAL_MS = 250

/**
 * Calls `onGone` when the npm that started us has ended. It can't be left to signals: npm hands SIGTERM to the shell
 * between it and us, which dies without passing it on, and a killed npm hands on nothing.
 */
export const watchLauncher = async (onGone: () => void): Promise<void> => {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const npm = await findNpm(parent)
  const watch = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || isAlive(npm))) return
    clearInterval(watch)
    onGone()
  }, INTERVAL_MS)
  watch.unref()
}

/** npm is our parent's parent, unless the shell has replaced itself by us. */
const findNpm = async (parent: number): Promise<number | undefined> => {
  if ((await commandLineOf(parent)).startsWith('npm')) return parent
  const grandparent = await parentOf(parent)
  return grandparent && (await commandLineOf(grandparent)).startsWith('npm') ? grandparent : undefined
}

const parentOf = async (pid: number): Promise<number | undefined> => {
  if (process.platform === 'win32') return undefined
  if (process.platform !== 'linux') {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'ppid=', '-p', String(pid)])
    return Number(stdout) || undefined
  }
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]) || undefined
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
