import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { nodeFlagsOf } from '../scripts/supervisor/node-flags.ts'

export interface WatchedWorker {
  pid: number
  stop(): Promise<void>
}

/** A worker as a deployment starts it, on this database and this folder of files. */
export const startWorker = async (url: string, data: string): Promise<WatchedWorker> => {
  const worker = fork('apps/worker/src/main.ts', {
    execArgv: nodeFlagsOf('worker'),
    env: {
      ...process.env,
      DATABASE_URL: url,
      DATA_DIR: data,
      APP_SECRET: 'a secret of the measurement, long enough',
      LOG_LEVEL: 'error',
    },
  })
  await once(worker, 'message')
  return {
    pid: worker.pid ?? 0,
    stop: async () => {
      const ended = once(worker, 'exit')
      worker.kill('SIGTERM')
      await ended
    },
  }
}

/** The most memory a process has held, in MB (Linux). */
export const peakMemoryOf = async (pid: number): Promise<number> =>
  Number(/VmHWM:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
