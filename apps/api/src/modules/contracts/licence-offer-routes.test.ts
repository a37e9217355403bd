import { LicenceOffer, LicenceOfferList, LicenceOrder, LicenceOrderList } from '@market/contracts/contracts'
import type { Actor } from '@market/domain'
import { type DealFixture, makeActor, makeDeal, makeMember } from '@market/services/testing'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'

const terms = {
  kind: 'click',
  fieldOfUse: '制糖废水处理',
  territory: '全国',
  tiers: [
    { tier: 'research', feeFen: 100_000, termMonths: 12 },
    { tier: 'standard', feeFen: 5_000_000, termMonths: 36 },
  ],
}

let api: TestApi
let deal: DealFixture
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())
beforeEach(async () => {
  deal = await makeDeal(api.db, { rights: [{ kind: 'invention_patent', filedOn: '2020-03-01' }] })
})

const call = async (actor: Actor | null, method: 'GET' | 'POST', url: string, payload?: object) =>
  api.app.inject({
    method,
    url,
    headers: actor ? await api.bearer(actor) : {},
    ...(payload ? { payload } : {}),
  })
const offers = () => `/api/listings/${deal.listingId}/licence-offers`
const publish = async (actor: Actor | null = deal.seller, payload: object = terms) =>
  call(actor, 'POST', offers(), payload)

describe('the routes of licences without talks', () => {
  it('publish, show to everybody, and give a signed contract with its PDF', async () => {
    const published = await publish()
    expect(published.statusCode).toBe(201)
    const { id } = LicenceOffer.parse(published.json())
    const shown = LicenceOfferList.parse((await call(null, 'GET', offers())).json())
    expect(shown).toMatchObject({ items: [{ id, mayTake: false }], publishable: [] })
    const taken = await call(deal.buyer, 'POST', `/api/licence-offers/${id}/take`, { tier: 'standard' })
    expect(taken.statusCode).toBe(201)
    const { contractId, state } = LicenceOrder.parse(taken.json())
    expect(state).toBe('awaiting_payment')
    const contract = (await call(deal.seller, 'GET', `/api/contracts/${contractId}`)).json()
    expect(contract).toMatchObject({ state: 'signed', contractAmountFen: 5_000_000, type: 'XK' })
    const file = await call(deal.seller, 'GET', `/api/files/${contract.signatures[0].fileId}`)
    const { text } = await extractText(Uint8Array.from(file.rawPayload), { mergePages: true })
    expect(text.replaceAll(/\s/g, '')).toContain('制糖废水处理')
    const orders = LicenceOrderList.parse((await call(deal.buyer, 'GET', '/api/licence-orders')).json())
    expect(orders.items).toMatchObject([{ kind: 'click', listing: { id: deal.listingId } }])
  })

  it('refuse terms by field, tiers that are for others, and a second licence', async () => {
    const wrong = await publish(deal.seller, { ...terms, fieldOfUse: '', kind: 'open' })
    expect(wrong.statusCode).toBe(422)
    const codes = wrong.json().details.problems.map(({ code }: { code: string }) => code)
    expect(codes).toEqual([
      'licence_offer.mode_not_listed',
      'field.required',
      'licence_offer.tiers',
      'licence_offer.not_declared',
    ])
    const url = `/api/licence-offers/${(await publish()).json().id}/take`
    const research = await call(deal.buyer, 'POST', url, { tier: 'research' })
    expect(research.json().details.problems).toMatchObject([{ code: 'licence_offer.not_eligible' }])
    await call(deal.buyer, 'POST', url, { tier: 'standard' })
    const again = await call(deal.buyer, 'POST', url, { tier: 'standard' })
    expect([again.statusCode, again.json().code]).toEqual([409, 'licence_offer.already_taken'])
  })

  it('withdraw for the owner alone', async () => {
    const { id } = (await publish()).json()
    const url = `/api/licence-offers/${id}/withdraw`
    const stranger = await makeActor(api.db, 'university')
    expect((await call(stranger, 'POST', url)).statusCode).toBe(403)
    expect((await call(deal.seller, 'POST', url)).statusCode).toBe(204)
    const late = await call(deal.buyer, 'POST', `/api/licence-offers/${id}/take`, { tier: 'standard' })
    expect([late.statusCode, late.json().code]).toEqual([404, 'licence_offer.not_found'])
  })

  it('ask for a session, a signatory and a confirmation', async () => {
    expect((await publish(null)).statusCode).toBe(401)
    const editor = await makeMember(api.db, deal.seller.organizationId, ['editor'])
    expect((await publish(editor)).statusCode).toBe(403)
    const { id } = (await publish()).json()
    const unconfirmed = await api.app.inject({
      method: 'POST',
      url: `/api/licence-offers/${id}/take`,
      headers: await api.bearer(deal.buyer, { confirmed: false }),
      payload: { tier: 'standard' },
    })
    expect(unconfirmed.json().code).toBe('session.confirmation_required')
    expect((await call(null, 'GET', '/api/licence-orders')).statusCode).toBe(401)
  })
})
