import { Secret, TOTP } from 'otpauth'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PASSWORD } from '../../../seeds/demo/accounts.ts'
import { act, arrive, field } from './support/act.ts'
import { launchBrowser } from './support/browser.ts'
import { confirmByMail } from './support/confirm.ts'
import { expectAccessible, logIn, type Person, visitor } from './support/person.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const codeAt = (secret: string, timestamp: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp })

const enterPassword = async ({ page, open }: Person, account: string) => {
  await open('/login')
  await field(page, 'email').fill(`${account}@example.com`)
  await field(page, 'password').fill(DEMO_PASSWORD)
  await page.click('main form button[type=submit]')
}

const openSecurity = async (person: Person, account: string) => {
  await person.open('/account/security')
  await expectAccessible(person.page)
  await confirmByMail(person.page, account)
  await arrive(person.page, /\/account\/security/)
}

describe('an authenticator app', () => {
  it('is set up in a confirmed session and asked for at the next log-in', async () => {
    const person = await logIn(browser, 'authority', { viewport: { width: 390, height: 800 } })
    const { page } = person
    await openSecurity(person, 'authority')
    await field(page, 'name').fill('我的手机')
    await act(page, 'prepare')
    await expectAccessible(page)
    const secret = await field(page, 'secret').inputValue()
    await field(page, 'code').fill('000000')
    await act(page, 'confirm-authenticator')
    await page.getByText('验证码不对或已经用过').first().waitFor()
    await field(page, 'code').fill(codeAt(secret, Date.now()))
    await act(page, 'confirm-authenticator')
    await page.getByText('请保存这些恢复码').waitFor()
    const recovery = (await page.locator('main li code').first().textContent()) ?? ''
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

    const again = await visitor(browser)
    await enterPassword(again, 'authority')
    await again.page.getByText('第二步验证').first().waitFor()
    await expectAccessible(again.page)
    await again.page.check('main input[name=method][value=recovery]')
    await field(again.page, 'code').fill(recovery)
    await again.page.click('main form button[type=submit]')
    await arrive(again.page, /\/workspace/)
    await again.leave()

    await person.open('/account/security')
    await page.getByText('移除', { exact: true }).click()
    await act(page, 'remove')
    await page.getByText('已移除').waitFor()
    await person.leave()
  })
})

describe('a passkey', () => {
  it('is made by the browser and opens the second step', async () => {
    const person = await logIn(browser, 'authority')
    const { page } = person
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await openSecurity(person, 'authority')
    await page.locator('#passkey-name').fill('这台电脑')
    await page.getByRole('button', { name: '创建通行密钥' }).click()
    await page.getByText('请保存这些恢复码').waitFor()

    await page.context().clearCookies()
    await enterPassword(person, 'authority')
    await page.getByRole('button', { name: '使用通行密钥' }).click()
    await arrive(page, /\/workspace/)

    // The log-in itself has confirmed who it is.
    await person.open('/account/security')
    await page.getByText('移除', { exact: true }).click()
    await act(page, 'remove')
    await page.getByText('已移除').waitFor()
    await person.leave()
  })
})
