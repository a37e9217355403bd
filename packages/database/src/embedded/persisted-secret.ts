import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'

/** A random secret made at first use and kept in `secrets.json` (mode 0600) of the data folder from then on. */
export const persistedSecret = async (dataFolder: string, name: string): Promise<string> => {
  const file = join(dataFolder, 'secrets.json')
  const secrets: Record<string, string> = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'))
  const known = secrets[name]
  if (known) return known
  const fresh = randomBytes(32).toString('base64url')
  await mkdir(dataFolder, { recursive: true })
  await replaceFile(file, JSON.stringify({ ...secrets, [name]: fresh }, null, 2))
  return fresh
}

/** Written beside, flushed and renamed: a power cut leaves the old file or the new one, never half of it. */
const replaceFile = async (file: string, text: string): Promise<void> => {
  const unfinished = `${file}.${process.pid}`
  const handle = await open(unfinished, 'w', 0o600)
  try {
    await handle.writeFile(`${text}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(unfinished, file)
}
