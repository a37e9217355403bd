import { parseArgs } from 'node:util'

export interface CommandLine {
  help: boolean
  reference: boolean
  demo: boolean
  reset: boolean
}

export const HELP = `npm run seed -- [--reference] [--demo] [--reset --yes]

  --reference  the plans with their indicators; may be repeated, corrections are written over
  --demo       a sample market: organizations, listings, requests, contracts and registrations,
               played through the verbs people use; done once, repeating it changes nothing
  --reset      empties the database first (asks for --yes: everything in it is lost)
  --help       this text

Without --reference or --demo both are written. The database is DATABASE_URL, else the embedded one in DATA_DIR (.data).`

/** Throws one readable sentence for what cannot be understood. */
export const readCommandLine = (args: readonly string[]): CommandLine => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      reference: { type: 'boolean', default: false },
      demo: { type: 'boolean', default: false },
      reset: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
    },
  })
  const { help, reset, yes } = values
  if (reset && !yes && !help) {
    throw new Error('--reset deletes everything in the database; say --reset --yes if that is meant.')
  }
  const everything = !values.reference && !values.demo
  return { help, reset, reference: values.reference || everything, demo: values.demo || everything }
}
