import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartProblem } from './start-problem.ts'

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

export interface StartSettings {
  host: string
  port: number
  publicUrl: string
  dataFolder: string
  /** An outside PostgreSQL; undefined means the embedded one. */
  databaseUrl: string | undefined
  /** Demonstration data and accounts with a known password: on by default only where everything is embedded. */
  demo: boolean
}

/** Reads what concerns the supervisor; the apps read the rest of the environment themselves. */
export const readSettings = (environment: NodeJS.ProcessEnv): StartSettings => {
  const host = environment.HOST || '127.0.0.1'
  const port = readPort(environment.PORT || '8080')
  const databaseUrl = environment.DATABASE_URL || undefined
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return {
    host,
    port,
    publicUrl: environment.PUBLIC_URL || `http://${shown}:${port}`,
    dataFolder: resolve(ROOT, environment.DATA_DIR || '.data'),
    databaseUrl,
    demo: readFlag(environment.DEMO) ?? databaseUrl === undefined,
  }
}

const readPort = (text: string): number => {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new StartProblem(`PORT must be a number from 1 to 65535, not "${text}".`)
}

const readFlag = (text: string | undefined): boolean | undefined => {
  if (text === undefined || text === '') return undefined
  return !['0', 'false', 'no', 'off'].includes(text.toLowerCase())
}
