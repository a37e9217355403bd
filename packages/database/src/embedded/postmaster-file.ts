import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from './run-program.ts'

export interface Postmaster {
  pid: number
  port: number
  ready: boolean
}

const fileIn = (cluster: string) => join(cluster, 'postmaster.pid')

/** What the server wrote about itself in postmaster.pid; null when no server has run since the last clean stop. */
export const readPostmaster = async (cluster: string): Promise<Postmaster | null> => {
  const text = await readFile(fileIn(cluster), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return null
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/** Whether the process is a server on this very cluster: after a reboot the number may belong to anyone. */
export const isServerOf = async (cluster: string, pid: number): Promise<boolean> =>
  (await commandLineOf(pid)).includes(cluster)

/** How a process was started; empty when there is none of that number. Works for other users' processes too. */
export const commandLineOf = async (pid: number): Promise<string> => {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  const { code, output } = await runProgram('ps', ['-o', 'command=', '-p', String(pid)], null)
  return code === 0 ? output : ''
}

/**
 * PostgreSQL won't start while the number in a left-over postmaster.pid belongs to some living process. Naming its own
 * parent (us) instead lifts that, and keeps its other guard: the check that no old backend still holds the shared memory.
 */
export const disownPostmasterFile = async (cluster: string): Promise<void> => {
  const lines = (await readFile(fileIn(cluster), 'utf8')).split('\n')
  await writeFile(fileIn(cluster), [String(process.pid), ...lines.slice(1)].join('\n'))
}
