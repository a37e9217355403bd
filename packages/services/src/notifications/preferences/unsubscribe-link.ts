import type { UnsubscribeScope } from '@market/domain/notifications'
import type { MailContext } from '../notice.ts'

/** Page on which a person chooses how mails come. */
export const PREFERENCES_PATH = '/account/mails'

/** Address that ends the mails of a scope without logging in; the same one answers a mail program's POST (RFC 8058). */
export const unsubscribeUrlOf = (
  { seals, publicUrl }: Pick<MailContext, 'seals' | 'publicUrl'>,
  scope: UnsubscribeScope,
  userId: string,
): string =>
  `${publicUrl}/unsubscribe?${new URLSearchParams({ of: scope, token: seals.seal(`unsubscribe-${scope}`, userId) })}`
