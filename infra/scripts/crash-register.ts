import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { registerFaults } from './crash-register/check-register.ts'
import { Machine } from './crash-register/machine.ts'
import { logInRegistrar, prepareLoad } from './crash-register/prepare-load.ts'

const USAGE = `Registers contracts under load and kills the API or PostgreSQL at random instants; after each kill, every
acknowledged registration must be there, numbers gapless and single, ledger and audit chain whole.

  npm run crash:register [-- --rounds 50]`

const CLIENTS = 6
const PER_ROUND = 30
const VICTIMS = ['API', 'PostgreSQL', 'both'] as const

/** Too much to do at the moment: nothing has been done, and the load goes on. */
const saysBusy = async (response: Response): Promise<boolean> =>
  response.status === 503 && (await response.clone().text()).includes('"server.busy"')

/** Registers until the queue is empty or the machine goes down. */
const registerAll = async (
  apiUrl: string,
  token: string,
  queue: string[],
  acknowledged: Map<string, string>,
) => {
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    try {
      const response = await fetch(`${apiUrl}/api/registrations/${id}/register`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
      })
      if (await saysBusy(response)) {
        queue.push(id)
        await wait(100)
        continue
      }
      if (response.status >= 500) return
      if (!response.ok) throw new Error(`register answered ${response.status} ${await response.text()}`)
      const { number } = (await response.json()) as { number: string }
      acknowledged.set(id, number)
    } catch (error) {
      // The connection went with the process; anything else is a fault of the test or of the product.
      if (error instanceof TypeError || (error instanceof Error && error.name === 'AbortError')) return
      throw error
    }
  }
}

const main = async () => {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '50' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return console.log(USAGE)
  const rounds = Number(values.rounds)
  const machine = await Machine.start()
  const acknowledged = new Map<string, string>()
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const queue = await prepareLoad(machine.databaseUrl, machine.apiUrl, PER_ROUND, round)
      const before = acknowledged.size
      const token = await logInRegistrar(machine.apiUrl, round)
      const load = Array.from({ length: CLIENTS }, () =>
        registerAll(machine.apiUrl, token, queue, acknowledged),
      )
      const finished = Promise.allSettled(load)
      const target = before + randomInt(PER_ROUND)
      // By count, not by time: the blow falls into the work on a slow machine as on a fast one.
      while (acknowledged.size < target) await wait(1)
      await wait(randomInt(30))
      const victim = VICTIMS[randomInt(VICTIMS.length)] ?? 'both'
      if (victim !== 'PostgreSQL') await machine.killApi()
      if (victim !== 'API') await machine.killDatabase()
      await machine.recover()
      const broken = (await finished).flatMap((each) =>
        each.status === 'rejected' ? [String(each.reason)] : [],
      )
      const faults = [...broken, ...(await registerFaults(machine.databaseUrl, acknowledged))]
      const gained = acknowledged.size - before
      console.log(
        `${String(round).padStart(3)}  ${victim} killed, ${gained} of ${PER_ROUND} acknowledged: ${faults.join('; ') || 'whole'}`,
      )
      if (faults.length > 0) throw new Error(`round ${round} left faults`)
    }
    console.log(
      `${rounds} rounds, ${acknowledged.size} registrations acknowledged, none lost, no number missing or twice`,
    )
  } finally {
    await machine.stop()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
