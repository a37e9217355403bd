import { spawn } from 'node:child_process'
import { open } from 'node:fs/promises'
import { ROOT } from './read-settings.ts'
import { StartProblem } from './start-problem.ts'
import { tailLog } from './tail-log.ts'

interface Task {
  /** What could not be done, should it fail: "the web pages could not be built". */
  failure: string
  command: string
  args: string[]
  env: NodeJS.ProcessEnv
  log: string
  signal?: AbortSignal
}

/** Runs a program with its output in a log; throws its last words when it fails. */
export const runToEnd = async ({ failure, command, args, env, log, signal }: Task): Promise<void> => {
  const file = await open(log, 'w')
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env,
      stdio: ['ignore', file.fd, file.fd],
      // Ctrl-C reaches the supervisor alone, which then stops the rest in order.
      detached: true,
      shell: process.platform === 'win32',
    })
    const stop = () => child.pid && killGroup(child.pid)
    signal?.addEventListener('abort', stop, { once: true })
    child.once('error', () => resolve(null))
    child.once('exit', resolve)
  })
  await file.close()
  signal?.throwIfAborted()
  if (code !== 0) throw new StartProblem(`${failure}:\n${await tailLog(log)}\n(all of it: ${log})`)
}

/** npm starts a shell which starts a program: the group holds them all. */
const killGroup = (pid: number): void => {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGTERM')
  } catch {
    // It has just ended by itself.
  }
}
