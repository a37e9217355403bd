import { randomInt } from 'node:crypto'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { act, arrive, field, press } from './support/act.ts'
import { launchBrowser } from './support/browser.ts'
import { DISGUISED, PDF, PICTURE } from './support/files.ts'
import { draftListing, publishListing } from './support/listings.ts'
import { expectAccessible, logIn, type Person, visitor } from './support/person.ts'

let browser: Browser
let university: Person

beforeAll(async () => {
  browser = await launchBrowser()
  university = await logIn(browser, 'university')
})
afterAll(() => browser.close())

const attached = (page: Page): Locator => page.locator('#attachments li:has(button[value^="detach:"])')
const row = (page: Page, name: string): Locator => page.locator('#attachments li', { hasText: name })

it('takes several files at once, names each that is refused, and shows the others to everybody', async () => {
  const { page, open } = university
  const id = await draftListing(university, `附件${randomInt(1_000_000)}`)
  await open(`/workspace/listings/${id}`)
  await field(page, 'attachment.file').setInputFiles([PICTURE, DISGUISED, PDF])
  await row(page, PDF.name).locator('[name$=".titleZh"]').waitFor()
  expect(await page.locator('#attachments [role=alert]').allTextContents()).toEqual([
    expect.stringContaining(`${DISGUISED.name}：这里不接受这种文件`),
  ])
  expect(await row(page, PDF.name).locator('[name$=".titleZh"]').inputValue()).toBe('检测报告')
  await expectAccessible(page)
  await press(page, page.locator('#attachments button[value=attach]'))
  // The picture has to be described first.
  await page.getByText(`${PICTURE.name}：请用一句话说明图片内容`).waitFor()
  await row(page, PICTURE.name).locator('[name$=".altZh"]').fill('剑麻板材样品的断面')
  await press(page, page.locator('#attachments button[value=attach]'))
  await attached(page).nth(1).waitFor()
  expect(await attached(page).locator('a').allTextContents()).toEqual(['样机', '检测报告'])

  const operator = await logIn(browser, 'operator')
  await publishListing(university, operator, id)
  const anybody = await visitor(browser, { javaScriptEnabled: false })
  await anybody.open(`/listings/${id}`)
  const picture = anybody.page.getByRole('img', { name: '剑麻板材样品的断面' })
  const shown = await anybody.page.request.get((await picture.getAttribute('src')) ?? '')
  expect(shown.headers()['content-type']).toBe('image/webp')
  const report = await anybody.page.getByRole('link', { name: '检测报告' }).getAttribute('href')
  const download = await anybody.page.request.get(report ?? '')
  expect(download.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringMatching(/^attachment/),
    'x-content-type-options': 'nosniff',
  })
  await anybody.leave()
})

it('takes dropped files, keeps them with whatever button is pressed, and removes them again', async () => {
  const { page, open } = university
  await open(`/workspace/listings/${await draftListing(university, `拖放${randomInt(1_000_000)}`)}`)
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['%PDF-1.7 %%EOF'], '拖进来的.pdf', { type: 'application/pdf' }))
    return transfer
  })
  await page.locator('#attachments label').first().dispatchEvent('drop', { dataTransfer: dropped })
  await row(page, '拖进来的.pdf').locator('[name$=".titleZh"]').waitFor()
  await act(page, 'save')
  await attached(page).waitFor()
  expect(await attached(page).locator('a').allTextContents()).toEqual(['拖进来的'])
  await attached(page).locator('summary').click()
  await press(page, attached(page).locator('button'))
  await attached(page).waitFor({ state: 'detached' })
})

it('opens the choice of files by keyboard', async () => {
  const { page, open } = university
  await open(`/workspace/listings/${await draftListing(university, `键盘${randomInt(1_000_000)}`)}`)
  await field(page, 'attachment.file').focus()
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Space')
  await (await chooser).setFiles(PDF)
  await row(page, PDF.name).locator('[name$=".titleZh"]').waitFor()
})

it('without JavaScript takes one file with the form and loses nothing typed', async () => {
  const plain = await logIn(browser, 'university', { javaScriptEnabled: false })
  const id = await draftListing(university, `无脚本${randomInt(1_000_000)}`)
  const { page } = plain
  await plain.open(`/workspace/listings/${id}`)
  await field(page, 'summaryZh').fill('没有脚本时写下的摘要。')
  await field(page, 'attachment.file').setInputFiles(DISGUISED)
  await field(page, 'attachment.titleZh').fill('检测报告')
  await page.locator('#attachments button[value=attach]').click()
  await page.getByText('这里不接受这种文件').first().waitFor()
  expect(await field(page, 'summaryZh').inputValue()).toBe('没有脚本时写下的摘要。')
  await field(page, 'attachment.file').setInputFiles(PDF)
  await field(page, 'attachment.titleZh').fill('检测报告')
  await page.locator('#attachments button[value=attach]').click()
  await arrive(page, /#attachments$/)
  expect(await attached(page).locator('a').allTextContents()).toEqual(['检测报告'])
  await plain.leave()
})
