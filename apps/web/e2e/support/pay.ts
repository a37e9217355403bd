import { samplePdf } from '../../../../seeds/demo/play/sample-pdf.ts'
import { act, openStep, press } from './act.ts'
import type { Person } from './person.ts'

const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** The payer transfers the whole of the first amount due under a contract and shows the slip. */
export const transferAll = async ({ page, open }: Person, contract: string): Promise<void> => {
  const button = page.locator('main button[name=intent][value=transfer]').first()
  for (let tries = 0; tries < 20; tries += 1) {
    await open(`${contract}/payments`)
    // The worker opens the schedule once both have signed.
    if ((await button.count()) > 0) break
  }
  const form = (await openStep(page, 'transfer')).locator('xpath=ancestor::form[1]')
  await form.locator('[name=paidOn]').fill(today())
  const buffer = Buffer.from(samplePdf('Transfer slip'))
  await form
    .locator('[name=file]')
    .setInputFiles({ name: '银行回单.pdf', mimeType: 'application/pdf', buffer })
  await press(page, form.locator('button[value=transfer]'))
  await page.getByText('已保存').waitFor()
}

/** The receiver, who has shown a moment ago who they are, finds the money on the account. */
export const confirmMoney = async ({ page, open }: Person, contract: string): Promise<void> => {
  await open(`${contract}/payments`)
  await act(page, 'confirm')
  await page.getByText('已保存').waitFor()
}
