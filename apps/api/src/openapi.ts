import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { buildApp } from './app.ts'
import { compose, settingsOf } from './composition.ts'
import { readConfig } from './config.ts'

const TARGET = fileURLToPath(new URL('../openapi.json', import.meta.url))

/** Writes the description of the API; needs no database, for nothing is asked of it. */
const main = async (target: string) => {
  const config = readConfig({
    DATABASE_URL: 'postgres://127.0.0.1:1/none',
    APP_SECRET: 'only the shape of the API is read',
    LOG_LEVEL: 'silent',
  })
  const dependencies = compose(config)
  const app = await buildApp(dependencies, settingsOf(config))
  const description = app.swagger()
  await app.close()
  await dependencies.database.close()
  await writeFile(target, `${JSON.stringify(description, null, 2)}\n`)
}

await main(process.argv[2] ?? TARGET)
