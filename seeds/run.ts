import { Refusal } from '@market/domain'
import { type CommandLine, HELP, readCommandLine } from './command-line.ts'
import { seed } from './seed.ts'

const describeProblem = (error: unknown): string => {
  if (error instanceof Refusal) return `${error.code} ${JSON.stringify(error.details)}`
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}\n  ${describeProblem(error.cause)}` : error.message
}

const main = async (): Promise<void> => {
  let line: CommandLine
  try {
    line = readCommandLine(process.argv.slice(2))
  } catch (error) {
    console.error(`${describeProblem(error)}\n\n${HELP}`)
    process.exitCode = 2
    return
  }
  if (line.help) {
    console.log(HELP)
    return
  }
  await seed({ line, environment: process.env, now: new Date(), say: (text) => console.log(text) })
}

main().catch((error: unknown) => {
  console.error(`The seed did not finish: ${describeProblem(error)}`)
  process.exitCode = 1
})
