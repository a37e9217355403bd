import { EmbeddedDatabaseError } from '@market/database/embedded'
import { describeAccounts } from './supervisor/describe-accounts.ts'
import { lockInstance } from './supervisor/instance-lock.ts'
import { requireFreePort } from './supervisor/ports.ts'
import { readSettings } from './supervisor/read-settings.ts'
import { StartProblem } from './supervisor/start-problem.ts'
import { Supervisor } from './supervisor/supervisor.ts'
import { watchLauncher } from './supervisor/watch-launcher.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const main = async (): Promise<void> => {
  const settings = readSettings(process.env)
  const lock = await lockInstance(settings.dataFolder, settings.publicUrl)
  let ending = false
  const end = async (code: number, problem?: unknown) => {
    if (ending) return
    ending = true
    if (problem) tell(problem)
    await lock.markStopping().catch(tell)
    await supervisor.stop().catch(tell)
    await lock.release()
    process.exit(code)
  }
  const supervisor = new Supervisor({
    settings,
    environment: process.env,
    say: (text) => console.error(text),
    onFailure: (problem) => end(1, problem),
  })
  for (const signal of SIGNALS) process.on(signal, () => end(0))
  await watchLauncher(() => end(0))
  try {
    await requireFreePort(settings.host, settings.port)
    await supervisor.start()
    console.log(`技术市场 · Technology Market: ${settings.publicUrl}  (Ctrl-C 停止 · stops it)`)
    if (settings.demo) console.log(await describeAccounts())
  } catch (problem) {
    await end(1, problem)
  }
}

/** What people can act on is said in a sentence; anything else is a defect and shows where. */
const tell = (problem: unknown): void => {
  const known = problem instanceof StartProblem || problem instanceof EmbeddedDatabaseError
  console.error(known ? problem.message : problem)
}

main().catch((problem) => {
  tell(problem)
  process.exit(1)
})
