import { createStripeGateway } from '@market/adapters/payments'
import {
  DOUBLE_SECRET_KEY,
  DOUBLE_WEBHOOK_SECRET,
  type StripeDouble,
  startStripeDouble,
} from '@market/adapters/payments/testing'
import type { Actor } from '@market/domain'
import { makeTill } from '@market/services/payments/testing'
import { makeActor } from '@market/services/testing'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'

let api: TestApi
let stripe: StripeDouble
beforeAll(async () => {
  stripe = await startStripeDouble(() => new Date('2026-03-02T02:00:00Z'))
  const keys = { secretKey: DOUBLE_SECRET_KEY, webhookSecret: DOUBLE_WEBHOOK_SECRET }
  const gateway = createStripeGateway({ ...keys, apiBase: stripe.url, wallets: ['card'] })
  api = await createTestApi(undefined, { gateway })
})
afterAll(async () => {
  await api.close()
  await stripe.close()
})

const get = async (actor: Actor, url: string) => api.app.inject({ url, headers: await api.bearer(actor) })

describe('the payment routes', () => {
  it('show a contract’s money to its sides and overseers, on page, paper and sheet', async () => {
    const till = await makeTill(api.db, api.clock)
    const authority = await makeActor(api.db, 'authority', ['viewer'])
    const url = `/api/contracts/${till.contractId}/payments`
    expect((await get(till.payer, url)).json()).toMatchObject({ side: 'payer', summary: { receivedFen: 0 } })
    expect((await get(authority, url)).json()).toMatchObject({ side: 'reader', bankAccount: null })
    expect((await get(till.stranger, url)).statusCode).toBe(404)
    const pdf = await get(till.payer, `${url}/statement.pdf`)
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await get(till.payer, '/api/payment-dues?side=payer')).json().items).toHaveLength(1)
    expect((await get(till.payer, '/api/contract-accounts?standing=open')).json().items).toHaveLength(1)
    expect((await get(till.stranger, '/api/contract-accounts')).json().items).toHaveLength(0)
    expect((await get(authority, '/api/contract-accounts')).json().items).toHaveLength(1)
    expect((await get(till.payer, '/api/contract-accounts/export.csv')).body).toContain('90000.00')
    expect((await get(till.payer, '/api/contract-accounts/export.xlsx')).statusCode).toBe(200)
    expect((await get(authority, '/api/payment-reconciliations')).json()).toMatchObject({ items: [] })
    expect((await get(till.payer, '/api/payment-reconciliations')).statusCode).toBe(403)
  })

  it('print the receipt of a payment that has arrived', async () => {
    const till = await makeTill(api.db, api.clock)
    const { id } = await till.pay(till.dues[0], 9_000_000)
    const url = `/api/contracts/${till.contractId}/payments/${id}/receipt.pdf`
    const pdf = await get(till.payer, url)
    expect(pdf.headers['content-type']).toBe('application/pdf')
    const { text } = await extractText(new Uint8Array(pdf.rawPayload), { mergePages: true })
    expect(text.replaceAll(/\s/g, '')).toContain('人民币玖万元整')
    expect((await get(till.stranger, url)).statusCode).toBe(404)
  })

  it('ask for a confirmation before money moves or the receiving account changes', async () => {
    const till = await makeTill(api.db, api.clock)
    const { id: paymentId } = await till.submit(till.dues[0], 9_000_000)
    const payment = `/api/contracts/${till.contractId}/payments/${paymentId}`
    const bank = { holder: '常州测试研究所', bank: '中国银行常州分行', accountNumber: '6222020200012345678' }
    const steps = [
      { method: 'POST', url: `${payment}/confirm`, payload: { receivedFen: 9_000_000 } },
      { method: 'PUT', url: '/api/payout-account/bank', payload: bank },
    ] as const
    const unsure = await api.bearer(till.receiver, { confirmed: false })
    const sure = await api.bearer(till.receiver)
    for (const step of steps) {
      const refusal = await api.app.inject({ ...step, headers: unsure })
      expect([refusal.statusCode, refusal.json().code]).toEqual([412, 'session.confirmation_required'])
      expect((await api.app.inject({ ...step, headers: sure })).statusCode).toBeLessThan(300)
    }
  })

  it('take Stripe’s events by the bytes it signed, and no others', async () => {
    const till = await makeTill(api.db, api.clock)
    const headers = await api.bearer(till.receiver)
    const opened = await api.app.inject({ method: 'POST', url: '/api/payout-account/online', headers })
    expect(opened.json().url).toMatch(/^https:\/\/connect\.stripe\.com\//)
    for (const id of stripe.books.accounts.keys()) stripe.books.finishAccount(id)
    const { body, signature } = stripe.sign(stripe.events.at(-1)?.id ?? '')
    const tell = (payload: string) =>
      api.app.inject({
        method: 'POST',
        url: '/api/payments/stripe/webhook',
        headers: { 'content-type': 'application/json', 'stripe-signature': signature },
        payload,
      })
    expect((await tell(body)).statusCode).toBe(200)
    expect((await tell(body)).statusCode).toBe(200)
    const forged = await tell(body.replace('true', 'false'))
    expect(forged.json()).toMatchObject({ status: 422, code: 'payment.signature_invalid' })
  })
})
