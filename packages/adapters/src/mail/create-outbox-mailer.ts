import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Mailer, MailMessage } from './mailer.ts'

const FILE_NAME = /^[\w-]+$/

/** Puts each mail as `<id>.json` into a folder instead of sending it: the default of a machine without a mail server. */
export const createOutboxMailer = (folder: string): Mailer => ({
  send: async (message) => {
    if (!FILE_NAME.test(message.id)) throw new Error(`not a mail id: ${message.id}`)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeWhole(join(folder, `${message.id}.json`), message)
  },
})

const writeWhole = async (file: string, message: MailMessage): Promise<void> => {
  const unfinished = `${file}.unfinished`
  // Reset links are in it: readable by the market's own account alone.
  await writeFile(unfinished, `${JSON.stringify(message, null, 2)}\n`, { mode: 0o600, flush: true })
  await rename(unfinished, file)
}
