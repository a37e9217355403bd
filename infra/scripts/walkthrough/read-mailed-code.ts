import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const TRIES = 100
const PAUSE_MS = 100

interface KeptMail {
  to: string
  subject: string
  text: string
}

type Reader = (mail: KeptMail) => string | undefined

/** Names of mails begin with the id of their event, which sorts by time. */
const newest = async (outbox: string, to: string, after: ReadonlySet<string>, read: Reader) => {
  const names = await namesIn(outbox)
  for (const name of names.filter((known) => !after.has(known)).reverse()) {
    const mail = JSON.parse(await readFile(join(outbox, name), 'utf8')) as KeptMail
    const found = mail.to === to ? read(mail) : undefined
    if (found) return found
  }
  return null
}

/** The mails that lie in the outbox now, oldest first. */
export const namesIn = async (outbox: string): Promise<string[]> =>
  (await readdir(outbox).catch(() => [])).filter((name) => name.endsWith('.json')).sort()

const readMailed = async (outbox: string, to: string, before: readonly string[], read: Reader) => {
  const seen = new Set(before)
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await newest(outbox, to, seen, read)
    if (found) return found
    await wait(PAUSE_MS)
  }
  throw new Error(`No such mail for ${to} arrived in ${outbox}.`)
}

/** The one-time code of a mail that arrived after the named ones; waits ten seconds for it. */
export const readMailedCode = (outbox: string, to: string, before: readonly string[]): Promise<string> =>
  readMailed(outbox, to, before, ({ subject }) => /\b\d{6}\b/.exec(subject)?.[0])

/** The text of a mail that names something, waited for likewise. */
export const readMailNaming = (
  outbox: string,
  to: string,
  before: readonly string[],
  name: string,
): Promise<string> => readMailed(outbox, to, before, ({ text }) => (text.includes(name) ? text : undefined))
