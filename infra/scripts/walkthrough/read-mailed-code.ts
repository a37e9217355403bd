import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const TRIES = 100
const PAUSE_MS = 100

interface KeptMail {
  to: string
  subject: string
}

/** Names of mails begin with the id of their event, which sorts by time. */
const newestCode = async (outbox: string, to: string, after: ReadonlySet<string>): Promise<string | null> => {
  const names = await namesIn(outbox)
  for (const name of names.filter((known) => !after.has(known)).reverse()) {
    const mail = JSON.parse(await readFile(join(outbox, name), 'utf8')) as KeptMail
    const code = mail.to === to ? /\b\d{6}\b/.exec(mail.subject)?.[0] : undefined
    if (code) return code
  }
  return null
}

/** The mails that lie in the outbox now, oldest first. */
export const namesIn = async (outbox: string): Promise<string[]> =>
  (await readdir(outbox).catch(() => [])).filter((name) => name.endsWith('.json')).sort()

/** The one-time code of a mail that arrived after the named ones; waits ten seconds for it. */
export const readMailedCode = async (
  outbox: string,
  to: string,
  before: readonly string[],
): Promise<string> => {
  const seen = new Set(before)
  for (let tries = 0; tries < TRIES; tries += 1) {
    const code = await newestCode(outbox, to, seen)
    if (code) return code
    await wait(PAUSE_MS)
  }
  throw new Error(`No code for ${to} arrived in ${outbox}.`)
}
