import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EmbeddedServer, startEmbeddedServer } from '@market/database/embedded'
import { migrateDatabase } from '@market/database/migrate'

const API_PORT_IN_MESSAGE = /:(\d+)/

/** PostgreSQL with crash safety on and one API process, both of which may be killed at any time. */
export class Machine {
  readonly #folder: string
  readonly #password = randomBytes(16).toString('hex')
  readonly #secret = randomBytes(32).toString('hex')
  #server: EmbeddedServer | null = null
  #api: ChildProcess | null = null
  apiUrl = ''

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async start(): Promise<Machine> {
    const folder = await mkdtemp(join(await realpath(tmpdir()), 'market-crash-'))
    await chmod(folder, 0o755)
    const machine = new Machine(folder)
    await machine.#startServer()
    await migrateDatabase(machine.databaseUrl)
    await machine.#startApi()
    return machine
  }

  get databaseUrl(): string {
    if (!this.#server) throw new Error('PostgreSQL is not running.')
    return this.#server.url('postgres')
  }

  async #startServer(): Promise<void> {
    const home = join(this.#folder, 'postgres')
    this.#server = await startEmbeddedServer({ home, password: this.#password, durable: true })
  }

  async #startApi(): Promise<void> {
    const env = {
      ...process.env,
      DATABASE_URL: this.databaseUrl,
      DATA_DIR: this.#folder,
      APP_SECRET: this.#secret,
      API_PORT: '0',
      LOG_LEVEL: 'silent',
      RATE_LIMIT_PER_MINUTE: '1000000',
      MEILI_URL: '',
    }
    const api = fork('apps/api/src/server.ts', { env, silent: true })
    this.#api = api
    this.apiUrl = await new Promise<string>((resolve, reject) => {
      api.once('message', (message) => {
        const port = API_PORT_IN_MESSAGE.exec(JSON.stringify(message).replace('http:', ''))?.[1]
        resolve(`http://127.0.0.1:${port}`)
      })
      api.once('exit', () => reject(new Error('The API did not start.')))
    })
  }

  /** Kills without warning. */
  async killApi(): Promise<void> {
    const api = this.#api
    if (!api || api.exitCode !== null || api.signalCode !== null) return
    const gone = new Promise<void>((resolve) => api.once('exit', () => resolve()))
    api.kill('SIGKILL')
    await gone
  }

  async killDatabase(): Promise<void> {
    if (!this.#server) return
    process.kill(this.#server.pid, 'SIGKILL')
    await this.#server.exited
    this.#server = null
  }

  /** Brings back what was killed; an API that outlived its database is replaced too, as a supervisor would. */
  async recover(): Promise<void> {
    await this.killApi()
    if (!this.#server) await this.#startServer()
    await this.#startApi()
  }

  async stop(): Promise<void> {
    await this.killApi()
    await this.#server?.stop()
    await rm(this.#folder, { recursive: true, force: true })
  }
}
