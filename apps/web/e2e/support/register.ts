import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { act, arrive, field, openStep, textOf } from './act.ts'
import { expectAccessible, type Person, visitor } from './person.ts'

/** The organization somebody acts for, as their own browser is told. */
const agencyOf = ({ page }: Person): Promise<string> =>
  page.evaluate(async () => (await (await fetch('/api/me')).json()).organizationId)

/** A party on the page of its contract hands it over to the agency somebody files for. */
export const entrustTo = async ({ page }: Person, filer: Person): Promise<void> => {
  await openStep(page, 'entrust')
  await field(page, 'agencyId').selectOption(await agencyOf(filer))
  await act(page, 'entrust')
}

/** The agency files a contract it was entrusted with, and the operator registers it: the certificate's address. */
export const fileAndRegister = async (
  { page, open }: Person,
  operator: Person,
  contract: string,
): Promise<string> => {
  await open('/workspace/registrations')
  const row = page.locator('main li', { has: page.locator(`a[href="${contract}"]`) })
  await row.locator('button').click()
  await arrive(page, /\/workspace\/registrations\/[0-9a-f-]{36}/)
  const registration = new URL(page.url()).pathname.split('/').at(-1)
  await expectAccessible(page)
  await act(page, 'submit')
  await operator.open(`/workspace/registrations/desk/${registration}`)
  await expectAccessible(operator.page)
  await act(operator.page, 'accept')
  await act(operator.page, 'register')
  const link = operator.page.locator('main a[href*="/certificates/"]').first()
  const certificate = (await link.getAttribute('href')) ?? ''
  expect(certificate).toMatch(/\/certificates\/\d{16}\?code=/)
  return certificate
}

/** Anybody with the address verifies a certificate that states an amount. */
export const expectCertificate = async (browser: Browser, address: string, amount: string): Promise<void> => {
  const anybody = await visitor(browser)
  const { pathname, search } = new URL(address, 'http://market')
  await anybody.open(pathname + search)
  expect(await textOf(anybody.page)).toContain(amount)
  expect(await anybody.page.locator('main svg, main img').count()).toBeGreaterThan(0)
  await expectAccessible(anybody.page)
  await anybody.leave()
}
