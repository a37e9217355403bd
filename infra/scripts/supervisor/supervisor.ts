import { join } from 'node:path'
import { persistedSecret } from '@market/database/embedded'
import { buildWebIfChanged } from './build-web.ts'
import { findFreePort } from './ports.ts'
import { type PreparedDatabase, prepareDatabase } from './prepare-database.ts'
import type { StartSettings } from './read-settings.ts'
import { ServiceProcess } from './service-process.ts'
import { StartProblem } from './start-problem.ts'
import { tailLog } from './tail-log.ts'
import { waitForHealth } from './wait-for-health.ts'

interface SupervisorOptions {
  settings: StartSettings
  environment: NodeJS.ProcessEnv
  /** Tells progress on a first start, which takes a while. */
  say(text: string): void
  /** Called once when something ended that can't be brought back. */
  onFailure(problem: Error): void
}

/** The database, the API, the worker and the web: started in order of need, stopped in the opposite order. */
export class Supervisor {
  readonly #options: SupervisorOptions
  readonly #abort = new AbortController()
  readonly #services: ServiceProcess[] = []
  #database: Promise<PreparedDatabase> | undefined
  #stopped: Promise<void> | undefined

  constructor(options: SupervisorOptions) {
    this.#options = options
  }

  /** Resolves when the public address answers. */
  async start(): Promise<void> {
    const { signal } = this.#abort
    const env = await this.#serviceEnvironment()
    this.#database = this.#prepareDatabase(env)
    // Side by side; but both have ended before a failure of one is told, so that nothing writes on behind it.
    const [database, build] = await Promise.allSettled([this.#database, this.#buildWeb()])
    signal.throwIfAborted()
    if (database.status === 'rejected') throw database.reason
    if (build.status === 'rejected') throw build.reason
    await this.#startServices({ ...env, DATABASE_URL: database.value.url })
    this.#watchDatabase(database.value)
  }

  /** Web and API first, then the worker, then the database; may be called at any time and repeatedly. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stopAll()
    return this.#stopped
  }

  async #stopAll(): Promise<void> {
    this.#abort.abort(new StartProblem('Stopped.'))
    const database = await this.#database?.catch(() => undefined)
    await Promise.all(this.#services.map((service) => service.stop()))
    await database?.server?.stop()
  }

  async #serviceEnvironment(): Promise<NodeJS.ProcessEnv> {
    const { settings, environment } = this.#options
    return {
      ...environment,
      NODE_ENV: environment.NODE_ENV || 'production',
      DATA_DIR: settings.dataFolder,
      // Compiled modules of the last start: the API needs a quarter less time to load.
      NODE_COMPILE_CACHE: environment.NODE_COMPILE_CACHE || join(settings.dataFolder, 'compile-cache'),
      PUBLIC_URL: settings.publicUrl,
      APP_SECRET: environment.APP_SECRET || (await persistedSecret(settings.dataFolder, 'appSecret')),
    }
  }

  #prepareDatabase(env: NodeJS.ProcessEnv): Promise<PreparedDatabase> {
    const { settings, say } = this.#options
    const announce = () => say('Filling a new database with its first data …')
    return prepareDatabase({ settings, env, log: this.#log('seed'), announce, signal: this.#abort.signal })
  }

  #buildWeb(): Promise<void> {
    const announce = () => this.#options.say('Building the web pages …')
    return buildWebIfChanged(this.#log('build'), { announce, signal: this.#abort.signal })
  }

  async #startServices(env: NodeJS.ProcessEnv): Promise<void> {
    const { host, port } = this.#options.settings
    const apiPort = await findFreePort()
    const apiUrl = `http://127.0.0.1:${apiPort}`
    this.#abort.signal.throwIfAborted()
    const api = this.#launch('api', 'apps/api/src/server.ts', {
      ...env,
      API_HOST: '127.0.0.1',
      // Between the API and the world stands the web alone; what is in front of that one, TRUST_PROXY tells the web.
      TRUST_PROXY: 'loopback',
      API_PORT: `${apiPort}`,
    })
    const worker = this.#launch('worker', 'apps/worker/src/main.ts', env)
    const web = this.#launch('web', 'apps/web/server.ts', {
      ...env,
      HOST: host,
      PORT: `${port}`,
      API_URL: apiUrl,
    })
    await this.#unlessAborted(Promise.all([api.ready, worker.ready, web.ready]))
    const publicHost = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
    const shown = publicHost.includes(':') ? `[${publicHost}]` : publicHost
    await waitForHealth(`http://${shown}:${port}/api/health`, this.#abort.signal)
  }

  #launch(name: string, main: string, env: NodeJS.ProcessEnv): ServiceProcess {
    const onGiveUp = (service: ServiceProcess) => this.#giveUp(service)
    const service = new ServiceProcess({ name, main, env, log: this.#log(name), onGiveUp })
    this.#services.push(service)
    return service
  }

  async #giveUp({ name, log }: ServiceProcess): Promise<void> {
    this.#fail(
      new StartProblem(
        `The ${name} keeps ending; its last words:\n${await tailLog(log)}\n(all of it: ${log})`,
      ),
    )
  }

  async #watchDatabase({ server }: PreparedDatabase): Promise<void> {
    if (!server) return
    await server.exited
    this.#fail(
      new StartProblem(
        'PostgreSQL has ended unexpectedly, so everything was stopped; npm start recovers the data.',
      ),
    )
  }

  #fail(problem: StartProblem): void {
    if (this.#abort.signal.aborted) return
    this.#abort.abort(problem)
    this.#options.onFailure(problem)
  }

  #unlessAborted<T>(work: Promise<T>): Promise<T> {
    const { signal } = this.#abort
    const aborted = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
    return Promise.race([work, aborted])
  }

  #log(name: string): string {
    return join(this.#options.settings.dataFolder, 'logs', `${name}.log`)
  }
}
