import {
  BatchList,
  PublicBatchList,
  ReceiptList,
  Registration,
  TaxEvidence,
} from '@market/contracts/registration'
import type { Actor } from '@market/domain'
import { makeOffice, type Office } from '@market/services/registration/testing'
import { makeActor, makeMember } from '@market/services/testing'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'

let api: TestApi
let office: Office
beforeAll(async () => {
  api = await createTestApi()
  office = await makeOffice(api.db, api.clock)
})
afterAll(() => api.close())

const call = async (actor: Actor | null, method: 'GET' | 'POST', url: string, payload?: object) =>
  api.app.inject({
    method,
    url,
    headers: actor ? await api.bearer(actor) : {},
    ...(payload ? { payload } : {}),
  })

const print = async (actor: Actor | null, url: string) => {
  const answer = await call(actor, 'GET', url)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'cache-control': 'private, no-store',
  })
  const bytes = Uint8Array.from(answer.rawPayload)
  const { text } = await extractText(Uint8Array.from(bytes), { mergePages: true })
  return { bytes, text: text.replaceAll(/\s+/g, '') }
}

const registered = async () => {
  const id = await office.registered({ contractAmountFen: 123_456_700, technologyAmountFen: 98_765_400 })
  const url = `/api/registrations/${id}`
  const registration = Registration.parse((await call(office.registrar, 'GET', url)).json())
  const { certificate } = registration
  if (!certificate) throw new Error('no certificate')
  const publicly = `/api/certificates/${certificate.number}/certificate.pdf?code=${certificate.code}`
  return { registration, url, publicly, number: certificate.number }
}

describe('the certificate as PDF', () => {
  it('states number, parties, both amounts and its regime, alike for members and by its code', async () => {
    const { registration, url, publicly, number } = await registered()
    const printed = await print(office.seller, `${url}/certificate.pdf`)
    for (const words of [
      number,
      registration.title.replaceAll(' ', ''),
      registration.seller.nameZh,
      registration.buyer.nameZh,
      '1,234,567.00元',
      '987,654.00元',
      '技术许可·专利实施许可',
      '2026-03-02',
      '尚待与官方文本核对',
    ]) {
      expect(printed.text).toContain(words)
    }
    expect(printed.text).not.toContain('作废')
    expect(Buffer.compare((await print(null, publicly)).bytes, printed.bytes)).toBe(0)
  })

  it('has a version after a change, marks the earlier one and prints void after a cancellation', async () => {
    const { url, publicly } = await registered()
    const reason = '补充协议'
    await call(office.registrar, 'POST', `${url}/change`, { reason, technologyAmountFen: 50_000_000 })
    const changed = await print(null, publicly)
    expect(changed.text).toContain('500,000.00元')
    expect(changed.text).toContain('第2版')
    expect(changed.text).not.toContain(reason)
    const earlier = await print(null, `${publicly}&version=1`)
    expect(earlier.text).toContain('987,654.00元')
    expect(earlier.text).toContain('已被第2版取代')
    await call(office.registrar, 'POST', `${url}/cancel`, { reason })
    expect((await print(null, publicly)).text).toContain('已注销，本证明作废')
    await call(office.registrar, 'POST', `${url}/revoke`, { reason })
    expect((await print(office.filer, `${url}/certificate.pdf`)).text).toContain('已撤销，本证明作废')
  })

  it('is for nobody else', async () => {
    const { url, publicly } = await registered()
    const status = async (actor: Actor | null, path: string) => (await call(actor, 'GET', path)).statusCode
    expect(await status(await makeActor(api.db, 'company'), `${url}/certificate.pdf`)).toBe(404)
    expect(await status(null, `${url}/certificate.pdf`)).toBe(401)
    expect(await status(null, publicly.replace(/code=.*/, 'code=0000'))).toBe(404)
    expect(await status(null, publicly.replace(/\?.*/, ''))).toBe(422)
    expect(await status(null, `${publicly}&version=9`)).toBe(404)
    const draft = await office.drafted()
    expect(await status(office.filer, `/api/registrations/${draft}/certificate.pdf`)).toBe(404)
  })
})

describe('the batch list over the API', () => {
  it('is made, printed, verified by its code and void after a change', async () => {
    const { url } = await registered()
    const period = { fromOn: '2026-03-01', toOn: '2026-03-31' }
    const made = await call(office.filer, 'POST', '/api/batch-lists', period)
    expect(made.statusCode).toBe(201)
    const list = BatchList.parse(made.json())
    expect(list.url).toContain(`/batch-lists/verify?code=${list.code}`)
    const printed = await print(office.registrar, `/api/batch-lists/${list.id}/list.pdf`)
    expect(printed.text).toContain(list.sha256)
    expect(printed.text).toContain('1,234,567.00')

    const verify = async (code: string) => call(null, 'GET', `/api/verified-batch-lists?code=${code}`)
    expect(PublicBatchList.parse((await verify(list.code)).json())).toMatchObject({
      void: false,
      intact: true,
    })
    await call(office.registrar, 'POST', `${url}/change`, { reason: '补充协议', endsOn: '2030-01-01' })
    expect((await verify(list.code)).json()).toMatchObject({ void: true, intact: true })
    const after = await print(office.registrar, `/api/batch-lists/${list.id}/list.pdf`)
    expect(after.text).toContain('清单作废')
    expect((await verify('0123')).statusCode).toBe(404)
    expect((await call(office.filer, 'GET', '/api/batch-lists')).json().items).toHaveLength(1)
  })
})

describe('receipts and tax evidence over the API', () => {
  it('take a receipt from its record to the tax sheet', async () => {
    const { url, number } = await registered()
    const { organizationId } = office.seller
    const finance = await makeMember(api.db, organizationId, ['finance'])
    const body = { receivedOn: '2026-03-01', amountFen: 90_000_000, declaredTechnologyFen: 80_000_000 }
    const recorded = await call(finance, 'POST', `${url}/receipts`, body)
    expect(recorded.statusCode).toBe(201)
    const [receipt] = ReceiptList.parse(recorded.json()).items
    expect(receipt).toMatchObject({ actions: ['receipt.correct'], verification: null })
    const verifying = `${url}/receipts/${receipt?.id}/verify`
    const own = await call(finance, 'POST', verifying, { verifiedTechnologyFen: 80_000_000 })
    expect(own.statusCode).toBe(403)
    const less = await call(office.registrar, 'POST', verifying, { verifiedTechnologyFen: 70_000_000 })
    expect([less.statusCode, less.json().code]).toEqual([422, 'receipt.reason_required'])
    const verified = await call(office.registrar, 'POST', verifying, { verifiedTechnologyFen: 80_000_000 })
    expect(ReceiptList.parse(verified.json())).toMatchObject({ verifiedFen: 80_000_000, canRecord: false })

    const query = `?sellerId=${organizationId}&year=2026`
    const sheet = TaxEvidence.parse((await call(finance, 'GET', `/api/tax-evidence${query}`)).json())
    expect(sheet).toMatchObject({ verifiedFen: 80_000_000, contracts: [{ number }] })
    expect(sheet.notice.zh).toContain('以税务机关认定为准')
    const printed = await print(finance, `/api/tax-evidence.pdf${query}`)
    for (const words of [number, '800,000.00', '以税务机关认定为准']) expect(printed.text).toContain(words)
    expect((await call(office.buyer, 'GET', `/api/tax-evidence${query}`)).statusCode).toBe(404)
  })
})
