import { refuse } from '@market/domain'
import { endedBy, type UnsubscribeScope } from '@market/domain/notifications'
import { authorize } from '@market/domain/policy'
import { type ServiceContext, unlessDone } from '../../index.ts'
import { keepChoices } from './choose-mails.ts'
import { readChoices } from './read-choices.ts'

export interface UnsubscribeMailsInput {
  scope: UnsubscribeScope
  /** The sealed link out of the mail. */
  token: string
}

/** The person a sealed link out of a mail was written to. Refuses with `mail_preference.link_invalid`. */
const openLink = (context: ServiceContext, { scope, token }: UnsubscribeMailsInput): string => {
  authorize(context.actor, 'mail_preference.unsubscribe')
  const userId = context.seals.open(`unsubscribe-${scope}`, token)
  if (userId === null) throw refuse('invalid', 'mail_preference.link_invalid')
  return userId
}

/** Whether the mails such a link ends still come. Refuses with `mail_preference.link_invalid`. */
export const readMailSubscription = async (
  context: ServiceContext,
  input: UnsubscribeMailsInput,
): Promise<{ open: boolean }> => {
  const choices = await readChoices(context.db, openLink(context, input))
  return { open: endedBy(input.scope, choices).length > 0 }
}

/**
 * Ends the mails of one class, or the daily digest, without logging in and however often it is asked; notifications
 * inside the market go on. Refuses with `mail_preference.link_invalid`.
 */
export const unsubscribeMails = async (
  context: ServiceContext,
  input: UnsubscribeMailsInput,
): Promise<void> => {
  const userId = openLink(context, input)
  await unlessDone(context, async (unit) => {
    const ended = endedBy(input.scope, await readChoices(unit.tx, userId))
    const chosen = Object.fromEntries(ended.map((mailClass) => [mailClass, 'inbox' as const]))
    await keepChoices(unit, 'mail_preference.unsubscribe', userId, chosen)
  })
}
