import { parseArgs } from 'node:util'

export interface CommandLine {
  help: boolean
  reference: boolean
  demo: boolean
  reset: boolean
  operator: { email: string; name: string; creditCode: string } | null
}

export const HELP = `npm run seed -- [--reference] [--demo] [--operator …] [--reset --yes]

  --reference  the plans with their indicators; may be repeated, corrections are written over
  --demo       a sample market: organizations, listings, requests, contracts and registrations,
               played through the verbs people use; done once, repeating it changes nothing
  --operator <e-mail> --operator-name <name> --operator-code <credit code>
               the first organization of a real market, which verifies all others; its owner's
               password is made up and printed once
  --reset      empties the database first (asks for --yes: everything in it is lost)
  --help       this text

Without any of the first three, --reference and --demo are done. The database is DATABASE_URL, else the embedded one in DATA_DIR (.data).`

const readOperator = (email?: string, name?: string, creditCode?: string): CommandLine['operator'] => {
  if (email === undefined && name === undefined && creditCode === undefined) return null
  if (email && name && creditCode) return { email, name, creditCode }
  throw new Error('--operator, --operator-name and --operator-code belong together.')
}

/** Throws one readable sentence for what cannot be understood. */
export const readCommandLine = (args: readonly string[]): CommandLine => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      reference: { type: 'boolean', default: false },
      demo: { type: 'boolean', default: false },
      reset: { type: 'boolean', default: false },
      operator: { type: 'string' },
      'operator-name': { type: 'string' },
      'operator-code': { type: 'string' },
      yes: { type: 'boolean', default: false },
    },
  })
  const { help, reset, yes } = values
  if (reset && !yes && !help) {
    throw new Error('--reset deletes everything in the database; say --reset --yes if that is meant.')
  }
  const operator = readOperator(values.operator, values['operator-name'], values['operator-code'])
  const everything = !values.reference && !values.demo && !operator
  return { help, reset, operator, reference: values.reference || everything, demo: values.demo || everything }
}
