import { DELIVERIES, UNSUBSCRIBE_SCOPES } from '@market/domain/notifications'
import { z } from 'zod'

const delivery = z.enum(DELIVERIES)

const choices = {
  talks: delivery,
  contracts: delivery,
  money: delivery,
  register: delivery,
  listings: delivery,
  needs: delivery,
}

/** How a person wants the mails of each class they may end. */
export const MailChoices = z.object(choices).meta({ id: 'MailChoices' })
export type MailChoices = z.infer<typeof MailChoices>

/** Classes not named stay as they are; those nobody can end are not among them. */
export const ChooseMailsInput = z.strictObject(choices).partial()

/** What the link of a mail says: the mails it ends, and the sealed proof that it was in one. */
export const MailSubscriptionQuery = z.object({
  scope: z.enum(UNSUBSCRIBE_SCOPES),
  token: z.string().min(1).max(200),
})
export const MailSubscription = z
  .object({
    /** Whether these mails still come. */
    open: z.boolean(),
  })
  .meta({ id: 'MailSubscription' })
