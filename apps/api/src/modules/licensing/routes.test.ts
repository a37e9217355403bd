import { BrokeragePage, LicenceRequest, RequestDraft, RequestPage } from '@market/contracts/licensing'
import type { Actor } from '@market/domain'
import {
  ask,
  beginTalks,
  beginWithOffer,
  licenceTerms,
  makeActor,
  makeDeal,
  makeMember,
  requestInput,
} from '@market/services/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const call = async (
  actor: Actor | null,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: object,
) =>
  api.app.inject({
    method,
    url,
    headers: actor ? await api.bearer(actor) : {},
    ...(payload ? { payload } : {}),
  })
const post = (actor: Actor | null, url: string, payload?: object) => call(actor, 'POST', url, payload)
const get = (actor: Actor | null, url: string) => call(actor, 'GET', url)

describe('the licensing routes', () => {
  it('take a request from the first word to the contract draft', async () => {
    const deal = await makeDeal(api.db)
    const created = await post(deal.buyer, '/api/requests', requestInput(deal.listingId))
    expect(created.statusCode).toBe(201)
    const request = LicenceRequest.parse(created.json())
    expect(request).toMatchObject({
      state: 'submitted',
      exclusivity: 'non_exclusive',
      listing: { id: deal.listingId, titleEn: 'An adsorbent for molasses waste liquor' },
      side: 'requester',
      actions: ['request.withdraw', 'message.send', 'brokerage.propose'],
    })
    const url = `/api/requests/${request.id}`
    const accepted = await post(deal.seller, `${url}/accept`)
    expect(accepted.json()).toMatchObject({ state: 'accepted', listing: { state: 'under_negotiation' } })

    const offered = await post(deal.seller, `${url}/offers`, { terms: licenceTerms() })
    expect(offered.statusCode).toBe(201)
    const countered = await post(deal.buyer, `${url}/offers`, {
      terms: licenceTerms({ totalFen: 15_000_000 }),
      note: '含一年培训',
    })
    const { offers } = LicenceRequest.parse(countered.json())
    expect(offers.map(({ version, state }) => [version, state])).toEqual([
      [1, 'superseded'],
      [2, 'open'],
    ])
    const agreed = await post(deal.seller, `${url}/offers/${offers[1]?.id}/accept`)
    expect(agreed.statusCode).toBe(200)
    expect(LicenceRequest.parse(agreed.json())).toMatchObject({
      state: 'contracted',
      contractId: expect.any(String),
    })
    const contract = await get(deal.buyer, `/api/contracts/${agreed.json().contractId}`)
    expect(contract.json()).toMatchObject({ state: 'draft', contractAmountFen: 15_000_000 })
  })

  it('bring a broker in, whom both sides and the broker agree to', async () => {
    const deal = await makeDeal(api.db)
    const { id: requestId } = await ask(api.db, deal)
    const broker = await makeActor(api.db, 'agency', ['negotiator'])
    const url = `/api/requests/${requestId}/brokerages`
    const proposal = { organizationId: broker.organizationId, commission: { payer: 'both', ratePercent: 3 } }
    const wrong = await post(deal.buyer, url, { ...proposal, commission: { payer: 'both' } })
    expect(wrong.json()).toMatchObject({
      code: 'brokerage.invalid',
      details: { problems: [{ path: 'commission.ratePercent', code: 'brokerage.rate_or_amount' }] },
    })
    const proposed = await post(deal.buyer, url, proposal)
    expect(proposed.statusCode).toBe(201)
    const [brokerage] = LicenceRequest.parse(proposed.json()).brokerages
    const step = (actor: Actor | null, command: string) =>
      post(actor, `/api/brokerages/${brokerage?.id}/${command}`)
    expect((await step(null, 'agree')).statusCode).toBe(401)
    expect((await step(broker, 'agree')).statusCode).toBe(204)
    expect((await step(broker, 'refuse')).statusCode).toBe(204)
    expect((await step(deal.seller, 'agree')).json().code).toBe('brokerage.wrong_state')
    const { items } = BrokeragePage.parse((await get(broker, '/api/brokerages')).json())
    expect(items).toMatchObject([{ state: 'refused', listing: { id: deal.listingId }, actions: [] }])
    expect((await get(deal.buyer, '/api/brokerages')).json().items).toEqual([])
  })

  it('keep a draft, and send it as it was saved', async () => {
    const deal = await makeDeal(api.db)
    const url = `/api/listings/${deal.listingId}/request-draft`
    const suggested = RequestDraft.parse((await get(deal.buyer, url)).json())
    expect(suggested).toMatchObject({ revision: 0, content: { transferMode: 'ordinary_licence' } })
    const content = { ...suggested.content, ...requestInput(deal.listingId), message: '需要三年许可。' }
    const put = (actor: Actor | null, revision: number) =>
      call(actor, 'PUT', url, { revision, content: { ...content, listingId: undefined } })
    expect((await put(null, 0)).statusCode).toBe(401)
    expect((await put(deal.buyer, 0)).json()).toMatchObject({ revision: 1, content: { termMonths: 60 } })
    expect((await put(deal.buyer, 0)).json().code).toBe('request_draft.changed_meanwhile')
    expect((await get(deal.buyer, '/api/request-drafts')).json().items).toHaveLength(1)
    expect((await get(deal.seller, '/api/request-drafts')).json().items).toEqual([])
    const saved = RequestDraft.parse((await get(deal.buyer, url)).json())
    const sent = await post(deal.buyer, '/api/requests', { listingId: deal.listingId, ...saved.content })
    expect(sent.json()).toMatchObject({ state: 'submitted', application: { territoryCodes: [] } })
    expect((await call(deal.buyer, 'DELETE', url)).json().code).toBe('request_draft.not_found')
  })

  it('list by side and turn', async () => {
    const deal = await makeDeal(api.db)
    await ask(api.db, deal)
    const inbox = await get(deal.seller, '/api/requests?role=owner&waiting=me')
    const page = RequestPage.parse(inbox.json())
    expect(page.items).toMatchObject([{ waitingForMe: true, requester: { kind: 'company' } }])
    expect(page.nextCursor).toBeNull()
    const sent = await get(deal.buyer, '/api/requests?role=requester&state=submitted')
    expect(sent.json().items).toMatchObject([{ waitingForMe: false }])
  })

  it('decline with a reason, and with words where the reason is another', async () => {
    const deal = await makeDeal(api.db)
    const { id } = await ask(api.db, deal)
    const url = `/api/requests/${id}/decline`
    const wordless = await post(deal.seller, url, { reason: 'other' })
    expect(wordless.statusCode).toBe(422)
    expect(wordless.json().details.problems).toEqual([
      { path: 'words', code: 'request.decline_words_required' },
    ])
    const unknown = await post(deal.seller, url, { reason: 'because' })
    expect([unknown.statusCode, unknown.json().code]).toEqual([422, 'request.invalid'])
    const declined = await post(deal.seller, url, { reason: 'other', words: '已与他人合作' })
    expect(declined.json()).toMatchObject({ state: 'declined', declineWords: '已与他人合作' })
    const again = await post(deal.seller, url, { reason: 'too_early' })
    expect([again.statusCode, again.json().code]).toEqual([409, 'request.wrong_state'])
  })

  it('withdraw an offer and a request', async () => {
    const deal = await makeDeal(api.db)
    const { requestId, id } = await beginWithOffer(api.db, deal)
    const offer = await post(deal.seller, `/api/requests/${requestId}/offers/${id}/withdraw`)
    expect(offer.json().offers).toMatchObject([{ state: 'withdrawn' }])
    const request = await post(deal.buyer, `/api/requests/${requestId}/withdraw`)
    expect(request.json()).toMatchObject({ state: 'withdrawn', listing: { state: 'published' } })
  })

  it('refuse a second open request and unfit terms by name', async () => {
    const deal = await makeDeal(api.db)
    const { id } = await beginTalks(api.db, deal)
    const second = await post(deal.buyer, '/api/requests', requestInput(deal.listingId))
    expect([second.statusCode, second.json().code]).toEqual([409, 'request.already_open'])
    const terms = { ...licenceTerms(), totalFen: -1 }
    const unfit = await post(deal.buyer, `/api/requests/${id}/offers`, { terms })
    expect(unfit.statusCode).toBe(422)
    expect(unfit.json().details.problems[0].path).toBe('terms.totalFen')
  })

  it('answer 401 without a session, 404 to others and 403 to the wrong role', async () => {
    const deal = await makeDeal(api.db)
    const { requestId, id } = await beginWithOffer(api.db, deal)
    const stranger = await makeActor(api.db, 'company')
    const viewer = await makeMember(api.db, deal.buyer.organizationId, ['viewer'])
    const url = `/api/requests/${requestId}`
    const writes: [url: string, body?: object][] = [
      [`${url}/accept`],
      [`${url}/withdraw`],
      [`${url}/decline`, { reason: 'too_early' }],
      [`${url}/offers`, { terms: licenceTerms() }],
      [`${url}/offers/${id}/accept`],
      [`${url}/offers/${id}/withdraw`],
      [`${url}/messages`, { body: '您好' }],
    ]
    for (const [path, body] of writes) {
      const nobody = await post(null, path, body)
      expect([nobody.statusCode, nobody.json().code]).toEqual([401, 'session.required'])
      const other = await post(stranger, path, body)
      expect([other.statusCode, other.json().code]).toEqual([404, 'request.not_found'])
      const unfit = await post(viewer, path, body)
      expect([unfit.statusCode, unfit.json().code]).toEqual([403, 'policy.forbidden'])
    }
    expect((await get(stranger, url)).statusCode).toBe(404)
    expect((await get(null, '/api/requests')).statusCode).toBe(401)
  })
})
