import { readConfig } from './config.ts'
import { createApp, type DocumentHandler } from './server/create-app.ts'

const config = readConfig(process.env)
const bundle: { handleDocument: DocumentHandler } = await import(
  new URL('./build/server/index.js', import.meta.url).href
)
const app = await createApp(config, bundle.handleDocument)

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await app.close()
  process.exit(0)
}

process.on('SIGINT', stop)
process.on('SIGTERM', stop)
// Started by another process: without it nobody would be left to stop this one.
process.on('disconnect', stop)

try {
  await app.listen({ port: config.port, host: config.host })
  process.send?.({ ready: true })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
