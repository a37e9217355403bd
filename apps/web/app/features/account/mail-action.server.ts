import { MailChoices } from '@market/contracts/notifications'
import { DELIVERIES, MAIL_CLASSES } from '@market/domain/notifications'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt, type Problem } from '../../lib/api/problem.ts'
import { textOf } from '../../lib/form-text.ts'
import { settingFor } from './delivery-of-all.ts'

/** Keeps what the form chose for each class, and for all saved searches where it says something; the refusal, if any. */
export async function keepMailChoices(api: ApiClient, form: FormData): Promise<Problem | undefined> {
  const chosen = MAIL_CLASSES.flatMap(({ code }) => {
    const delivery = textOf(form, code)
    return delivery === '' ? [] : [[code, delivery]]
  })
  const searches = DELIVERIES.find((delivery) => delivery === textOf(form, 'savedSearches'))
  const answer = await attempt(async () => {
    await api.send('PATCH', '/api/mail-preferences', Object.fromEntries(chosen), MailChoices)
    if (searches) await api.sendOnly('PATCH', '/api/saved-searches', settingFor(searches))
  })
  return answer.ok ? undefined : answer.problem
}
