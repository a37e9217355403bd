import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { namesIn, readMailedCode } from '../../../../infra/scripts/walkthrough/read-mailed-code.ts'
import { DEMO_PASSWORD } from '../../../../seeds/demo/accounts.ts'
import { act, arrive, field } from './act.ts'

/** On the page that asks whether it is really you: has a code mailed, and types it with the password. */
export const confirmByMail = async (page: Page, account: string): Promise<void> => {
  await arrive(page, /\/confirm\?/)
  const outbox = inject('mailOutbox')
  const before = await namesIn(outbox)
  await act(page, 'mail')
  await field(page, 'code').fill(await readMailedCode(outbox, `${account}@example.com`, before))
  await field(page, 'password').fill(DEMO_PASSWORD)
  await act(page, 'confirm')
}

/** Takes a step that asks first whether it is really this person, and takes it again once that is shown. */
export const actConfirmed = async (page: Page, account: string, step: () => Promise<void>): Promise<void> => {
  const { pathname } = new URL(page.url())
  await step()
  await confirmByMail(page, account)
  await arrive(page, (url) => url.pathname === pathname)
  await step()
}
