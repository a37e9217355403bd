import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { commandLineOf } from '@market/database/embedded'
import { StartProblem } from './start-problem.ts'

const SETTLE_MS = 50

/** Makes this process the only supervisor of a data folder; returns how to let go of it. */
export const lockInstance = async (dataFolder: string, url: string): Promise<() => Promise<void>> => {
  const file = join(dataFolder, 'instance.json')
  await createDataFolder(dataFolder)
  const written = { pid: process.pid, url }
  if (!(await tryWrite(file, written))) {
    const holder = await readHolder(file)
    if (holder && (await isSupervisor(holder.pid))) throw alreadyRunning(holder)
    await rm(file, { force: true })
    await tryWrite(file, written)
  }
  // Two that clear the same stale lock at once may each believe to be first; the file tells who was last.
  await wait(SETTLE_MS)
  const holder = await readHolder(file)
  if (holder && holder.pid !== process.pid) throw alreadyRunning(holder)
  return () => rm(file, { force: true })
}

interface Holder {
  pid: number
  url: string
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
