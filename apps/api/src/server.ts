import { buildApp } from './app.ts'
import { compose, settingsOf } from './composition.ts'
import { readConfig } from './config.ts'

/** The process: listens, and closes in order when told to stop or when its supervisor is gone. */
const main = async () => {
  const config = readConfig(process.env)
  const dependencies = compose(config)
  const app = await buildApp(dependencies, settingsOf(config))
  const stop = async () => {
    await app.close()
    await dependencies.database.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, stop)
  const address = await app.listen({ host: config.API_HOST, port: config.API_PORT })
  process.send?.({ ready: address })
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
