import { ContractNotice, ContractPage, NoticePage } from '@market/contracts/contracts'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrive, field, openStep, press, textOf } from './support/act.ts'
import { ask, succeed } from './support/ask.ts'
import { launchBrowser } from './support/browser.ts'
import { expectAccessible, logIn, type Person, visitor } from './support/person.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const OBJECTION = '该软件含有第三方模块，请说明权属。'
const noticeOf = async (person: Person, contractId: string) =>
  ContractNotice.parse(await succeed(person, 'GET', `/api/contracts/${contractId}/notice`))

describe('the public notice of a negotiated price', () => {
  const known = { contract: '', notice: '' }

  it('is withdrawn with a reason and posted anew by the university', async () => {
    const university = await logIn(browser, 'university')
    const { page, open } = university
    const drafts = await succeed(university, 'GET', '/api/contracts?role=seller&state=draft&limit=50')
    for (const { id } of ContractPage.parse(drafts).items) {
      if ((await noticeOf(university, id)).notice) known.contract = id
    }
    await open(`/workspace/contracts/${known.contract}`)
    expect(await textOf(page)).toContain('期满后才能签署')
    await expectAccessible(page)
    await page.getByRole('link', { name: '查看公示' }).click()
    await arrive(page, /\/notices\/[0-9a-f-]+$/)
    const form = (await openStep(page, 'withdraw')).locator('xpath=ancestor::form[1]')
    await form.locator('[name=reason]').fill('补充内容摘要')
    await press(page, form.locator('button[value=withdraw]'))
    await page.getByText('补充内容摘要').first().waitFor()
    await open(`/workspace/contracts/${known.contract}`)
    await openStep(page, 'notice')
    await field(page, 'summary').fill('用于桥式起重机的防摇控制软件，已在三个工厂应用。')
    await field(page, 'relatedParty').check()
    await press(page, page.locator('main button[value=notice]'))
    await page.locator('main [name=relation][aria-invalid=true]').waitFor()
    await field(page, 'relation').fill('受让方为完成人参股企业')
    await press(page, page.locator('main button[value=notice]'))
    await page.getByText('公示已发布').waitFor()
    known.notice = (await noticeOf(university, known.contract)).notice?.id ?? ''
    await university.leave()
  })

  it('takes an objection from somebody without an account', async () => {
    const { page, open, leave } = await visitor(browser)
    await open('/notices')
    await page.locator(`main a[href="/notices/${known.notice}"]`).click()
    await arrive(page, new RegExp(`/notices/${known.notice}$`))
    await expectAccessible(page)
    await openStep(page, 'object')
    await field(page, 'name').fill('李工')
    await field(page, 'contact').fill('li@example.com')
    await field(page, 'body').fill(OBJECTION)
    await press(page, page.locator('main button[value=object]'))
    await page.getByText('异议已提交').waitFor()
    const shown = await textOf(page)
    expect(shown).toContain(OBJECTION)
    expect(shown).not.toContain('li@example.com')
    await leave()
  })

  it('is answered, decided upon and printed by the university', async () => {
    const university = await logIn(browser, 'university')
    const { page, open } = university
    await open(`/notices/${known.notice}`)
    expect(await textOf(page)).toContain('li@example.com')
    await openStep(page, 'answer')
    await page.locator('main input[name=decision][value=rejected]').check()
    await field(page, 'answer').fill('第三方模块为开源许可，权属清楚。')
    await press(page, page.locator('main button[value=answer]'))
    await page.getByText('答复已公布').waitFor()
    await openStep(page, 'decision')
    const form = page.locator('main button[value=decision]').locator('xpath=ancestor::form[1]')
    await form.locator('[name=decidedOn]').fill('2026-01-05')
    await form.locator('[name=body]').fill('校长办公会')
    await form.locator('[name=priceReason]').fill('评估报告')
    await press(page, form.locator('button[value=decision]'))
    await page.getByText('集体决策已记录').waitFor()
    await expectAccessible(page)
    const record = await page.request.get(`/api/notices/${known.notice}/record.pdf`)
    expect((await record.body()).subarray(0, 5).toString()).toBe('%PDF-')
    await university.leave()
  })

  it('keeps the contract from being signed until its end, and lets past ones go', async () => {
    const university = await logIn(browser, 'university')
    const { bars } = await noticeOf(university, known.contract)
    expect(bars.map(({ code }) => code)).toEqual(['contract.notice_running'])
    const { status } = await ask(university, 'POST', `/api/contracts/${known.contract}/notice`, {
      summary: '再发一次',
      relatedParty: false,
    })
    expect(status).toBe(409)
    const past = NoticePage.parse(await succeed(university, 'GET', '/api/notices?phase=past&limit=100'))
    expect(past.items.some(({ phase }) => phase === 'over')).toBe(true)
    await university.leave()
  })
})
