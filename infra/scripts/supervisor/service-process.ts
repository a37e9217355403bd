import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, renameSync, statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { nodeFlagsOf } from './node-flags.ts'
import { ROOT } from './read-settings.ts'

export interface ServiceOptions {
  name: string
  /** Path of the main file, from the root of the checkout. */
  main: string
  env: NodeJS.ProcessEnv
  log: string
  /** Called when it has ended too often, or before it was ever ready. */
  onGiveUp(service: ServiceProcess): void
}

const STOP_WITHIN_MS = 10_000
const RESTARTS_PER_MINUTE = 5
const LOG_LIMIT_BYTES = 10 * 1024 * 1024

/** One app as a child process: started anew when it ends unasked, told to stop by its signal or by our own end. */
export class ServiceProcess {
  readonly name: string
  readonly log: string
  readonly #options: ServiceOptions
  #child: ChildProcess | undefined
  #stopping = false
  #everReady = false
  #ends: number[] = []
  readonly #ready = Promise.withResolvers<void>()

  constructor(options: ServiceOptions) {
    this.#options = options
    this.name = options.name
    this.log = options.log
    this.#launch()
  }

  /** Resolves when the child has said for the first time that it is ready. */
  get ready(): Promise<void> {
    return this.#ready.promise
  }

  async stop(): Promise<void> {
    this.#stopping = true
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.kill('SIGTERM')
    await Promise.race([ended, wait(STOP_WITHIN_MS, undefined, { ref: false })])
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    await ended
  }

  #launch(): void {
    rotate(this.log)
    const output = openSync(this.log, 'a', 0o600)
    const child = spawn(process.execPath, [...nodeFlagsOf(this.#options.name), this.#options.main], {
      cwd: ROOT,
      env: this.#options.env,
      stdio: ['ignore', output, output, 'ipc'],
      // Ctrl-C reaches the supervisor alone, which then stops the rest in order.
      detached: true,
      windowsHide: true,
    })
    closeSync(output)
    child.once('message', () => this.#markReady())
    child.once('error', () => this.#handleEnd())
    child.once('exit', () => this.#handleEnd())
    this.#child = child
  }

  #markReady(): void {
    this.#everReady = true
    this.#ready.resolve()
  }

  async #handleEnd(): Promise<void> {
    if (this.#stopping) return
    const now = performance.now()
    this.#ends = [...this.#ends.filter((end) => now - end < 60_000), now]
    if (!this.#everReady || this.#ends.length > RESTARTS_PER_MINUTE) {
      this.#options.onGiveUp(this)
      return
    }
    await wait(250 * 2 ** (this.#ends.length - 1))
    if (!this.#stopping) this.#launch()
  }
}

const rotate = (log: string): void => {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_LIMIT_BYTES) renameSync(log, `${log}.1`)
}
