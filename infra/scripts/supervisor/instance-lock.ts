import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { commandLineOf } from '@market/database/embedded'
import { StartProblem } from './start-problem.ts'

const SETTLE_MS = 50
/** One that was just told to stop may not have noticed yet; one that is stopping has to stop PostgreSQL first. */
const PATIENCE_MS = { running: 1_000, stopping: 30_000 }

interface Holder {
  pid: number
  url: string
  stopping: boolean
}

export interface InstanceLock {
  /** Tells the next start that waiting is worth while. */
  markStopping(): Promise<void>
  release(): Promise<void>
}

/** Makes this process the only supervisor of a data folder. */
export const lockInstance = async (dataFolder: string, url: string): Promise<InstanceLock> => {
  const file = join(dataFolder, 'instance.json')
  const own: Holder = { pid: process.pid, url, stopping: false }
  await createDataFolder(dataFolder)
  await waitForTurn(file)
  if (!(await tryWrite(file, own))) {
    // Left by one that was killed.
    await rm(file, { force: true })
    await tryWrite(file, own)
  }
  // Two that clear the same stale lock at once may each believe to be first; the file tells who was last.
  await wait(SETTLE_MS)
  const holder = await readHolder(file)
  if (holder && holder.pid !== process.pid) throw alreadyRunning(holder)
  return {
    markStopping: () => replaceFile(file, JSON.stringify({ ...own, stopping: true })),
    release: () => rm(file, { force: true }),
  }
}

const waitForTurn = async (file: string): Promise<void> => {
  const since = performance.now()
  for (;;) {
    const holder = await readHolder(file)
    if (!holder || !(await isSupervisor(holder.pid))) return
    const patience = holder.stopping ? PATIENCE_MS.stopping : PATIENCE_MS.running
    if (performance.now() - since > patience) throw alreadyRunning(holder)
    await wait(100)
  }
}

const createDataFolder = async (dataFolder: string): Promise<void> => {
  await mkdir(join(dataFolder, 'logs'), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new StartProblem(
      `The data folder ${dataFolder} can't be written (${error.code}); set DATA_DIR to one that can.`,
    )
  })
}

const alreadyRunning = ({ pid, url }: Holder): StartProblem =>
  new StartProblem(
    `The market already runs on this data at ${url} (process ${pid}); stop it first, or set DATA_DIR to another folder.`,
  )

const tryWrite = async (file: string, holder: Holder): Promise<boolean> => {
  try {
    await writeFile(file, JSON.stringify(holder), { flag: 'wx' })
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    throw new StartProblem(
      `The data folder can't be written (${code}: ${file}); start as the account that owns it.`,
    )
  }
}

const replaceFile = async (file: string, text: string): Promise<void> => {
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
}

const readHolder = async (file: string): Promise<Holder | undefined> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** After a reboot or in a new container the number of a killed supervisor may be anybody's, even our own. */
const isSupervisor = async (pid: number): Promise<boolean> =>
  pid !== process.pid && (await commandLineOf(pid)).includes('start.ts')
