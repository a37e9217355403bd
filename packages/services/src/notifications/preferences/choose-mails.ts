import type { UnitOfWork } from '@market/database'
import { mailPreferences } from '@market/database/schema'
import type { MailChoices, MailClass } from '@market/domain/notifications'
import { authorize } from '@market/domain/policy'
import { sql } from 'drizzle-orm'
import { alreadyDone, type Changes, requireActor, type ServiceContext, unlessDone } from '../../index.ts'
import { readChoices } from './read-choices.ts'

/** How the person wants the mails of every class they may end. */
export const getMailChoices = async (context: ServiceContext): Promise<MailChoices> => {
  const actor = requireActor(context)
  authorize(actor, 'mail_preference.read')
  return readChoices(context.db, actor.userId)
}

/** Keeps what is different from before, and says so in the trail; the same again is already done. */
export const keepChoices = async (
  { tx, now, audit }: UnitOfWork,
  action: `mail_preference.${string}`,
  userId: string,
  chosen: Changes<MailChoices>,
): Promise<void> => {
  const before = await readChoices(tx, userId)
  const changed = (Object.keys(before) as MailClass[]).flatMap((mailClass) => {
    const delivery = chosen[mailClass] ?? before[mailClass]
    return delivery === before[mailClass] ? [] : [{ userId, mailClass, delivery, changedAt: now }]
  })
  if (changed.length === 0) throw alreadyDone()
  await tx
    .insert(mailPreferences)
    .values(changed)
    .onConflictDoUpdate({
      target: [mailPreferences.userId, mailPreferences.mailClass],
      set: { delivery: sql`excluded.delivery`, changedAt: now },
    })
  const after = await readChoices(tx, userId)
  audit({ action, subjectType: 'user', subjectId: userId, before, after })
}

/** Chooses at once, once a day or inside the market alone, class by class; classes not named stay as they are. */
export const chooseMails = async (
  context: ServiceContext,
  chosen: Changes<MailChoices>,
): Promise<MailChoices> => {
  const actor = requireActor(context)
  authorize(actor, 'mail_preference.edit')
  await unlessDone(context, (unit) => keepChoices(unit, 'mail_preference.edit', actor.userId, chosen))
  return readChoices(context.db, actor.userId)
}
