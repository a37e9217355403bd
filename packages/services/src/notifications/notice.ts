import type { Database, EventRow } from '@market/database'
import type { Clock, Locale } from '@market/domain'
import type { Seals } from '../index.ts'
import type { Letter, Letters } from './letters/index.ts'

export interface MailContext {
  db: Database
  clock: Clock
  seals: Seals
  /** Where people reach the market; without a slash at the end. */
  publicUrl: string
}

export interface Recipient {
  userId: string
  name: string
  email: string
  locale: Locale
}

/** One letter to several people, each of whom reads it in their own language. */
export interface Notice {
  to: Recipient[]
  /** Path of the page the letter leads to, beginning with a slash. */
  path: string
  /** The path opens something by itself: it is mailed to its reader and kept nowhere. */
  secret?: boolean
  write(letters: Letters, locale: Locale): Letter
}

/** What an event is worth telling; nothing when what it spoke of is over by now. */
export type NoticeWriter = (context: MailContext, event: EventRow) => Promise<Notice[]>

/** The name in the reader's language, or the one there is. */
export const pick = (locale: Locale, zh: string, en: string): string =>
  locale === 'en' ? en || zh : zh || en
