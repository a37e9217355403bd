import { useEmbeddedDatabase } from '@market/database/embedded'
import type { CommandConfig } from './config.ts'

const nothingYet = async (): Promise<void> => {
  throw new Error('there is no database yet; "npm start" makes one')
}

/** Runs a command on the database of DATABASE_URL, or on the embedded one, whether or not the product is running. */
export const besideDatabase = async <T>(
  { DATABASE_URL, DATA_DIR }: CommandConfig,
  work: (url: string) => Promise<T>,
): Promise<T> => {
  if (DATABASE_URL) return work(DATABASE_URL)
  const { url, release } = await useEmbeddedDatabase(DATA_DIR, nothingYet)
  try {
    return await work(url)
  } finally {
    await release()
  }
}

/** What the database said, without the query it was said to. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? (error.cause ? reasonOf(error.cause) : error.message) : String(error)
