import type { Database, Transaction } from '@market/database'
import { mailPreferences } from '@market/database/schema'
import { isCodeOf } from '@market/domain/codes'
import {
  type Delivery,
  MAIL_CLASSES,
  type MailChoices,
  type MailClass,
  mailChoicesOf,
  type ObligatoryMailClass,
} from '@market/domain/notifications'
import { and, eq, inArray } from 'drizzle-orm'

/** Whether a person may end the mails of a class. */
export const isSwitchable = (mailClass: string): mailClass is MailClass => isCodeOf(MAIL_CLASSES, mailClass)

/** How each of these people wants the mails of a class; at once where nobody is asked. */
export const deliveriesOf = async (
  db: Database,
  mailClass: MailClass | ObligatoryMailClass,
  userIds: readonly string[],
): Promise<(userId: string) => Delivery> => {
  if (!isSwitchable(mailClass)) return () => 'instant'
  const rows = await db
    .select()
    .from(mailPreferences)
    .where(and(eq(mailPreferences.mailClass, mailClass), inArray(mailPreferences.userId, [...userIds])))
  return (userId) => mailChoicesOf(rows.filter((row) => row.userId === userId))[mailClass]
}

/** What one person chose for every class. */
export const readChoices = async (db: Database | Transaction, userId: string): Promise<MailChoices> =>
  mailChoicesOf(await db.select().from(mailPreferences).where(eq(mailPreferences.userId, userId)))
