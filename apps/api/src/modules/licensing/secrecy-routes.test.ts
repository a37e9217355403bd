import { Confidentiality, ConfidentialOpeningPage, NdaPage } from '@market/contracts/licensing'
import { listingAttachments } from '@market/database/schema'
import type { Actor } from '@market/domain'
import { systemIds } from '@market/services'
import { type DealFixture, makeActor, makeDeal, makeMember } from '@market/services/testing'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'

let api: TestApi
let deal: DealFixture
let fileId: string
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const call = async (actor: Actor | null, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
  api.app.inject({
    method,
    url,
    headers: actor ? await api.bearer(actor) : {},
    ...(payload ? { payload } : {}),
  })
const page = () => `/api/listings/${deal.listingId}/confidentiality`
const fileUrl = () => `/api/listings/${deal.listingId}/confidential-files/${fileId}`

const upload = async (actor: Actor): Promise<string> => {
  const pdf = await api.app.dependencies.renderPdf({
    title: 'secret',
    at: new Date('2026-01-05T02:00:00Z'),
    language: 'zh-CN',
    content: { text: '配方' },
  })
  const boundary = 'the-boundary-of-this-form'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="purpose"\r\n\r\nlisting_attachment\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`
  const answer = await api.app.inject({
    method: 'POST',
    url: '/api/files',
    headers: {
      ...(await api.bearer(actor)),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([Buffer.from(head), pdf, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
  return answer.json().id
}

beforeEach(async () => {
  deal = await makeDeal(api.db)
  fileId = await upload(await makeMember(api.db, deal.seller.organizationId, ['editor']))
  await api.db.insert(listingAttachments).values({
    id: systemIds.next(),
    listingId: deal.listingId,
    fileId,
    titleZh: '工艺参数',
    visibility: 'confidential',
    createdAt: new Date('2026-01-06T02:00:00Z'),
  })
})

const accept = async (actor: Actor | null = deal.buyer) => {
  const read = Confidentiality.parse((await call(deal.buyer, 'GET', page())).json())
  return call(actor, 'POST', page(), { sha256: read.text.sha256 })
}

describe('the routes of secrecy', () => {
  it('open a file, marked, to those who accepted, and tell the owner', async () => {
    const before = Confidentiality.parse((await call(deal.buyer, 'GET', page())).json())
    expect(before).toMatchObject({ fileCount: 1, files: [], agreement: null, actions: ['nda.accept'] })
    expect((await call(deal.buyer, 'GET', fileUrl())).json().code).toBe('nda.not_found')
    const accepted = await accept()
    expect(accepted.statusCode).toBe(201)
    expect(Confidentiality.parse(accepted.json())).toMatchObject({
      files: [{ fileId, opens: true }],
      agreement: { standing: 'in_force', expiresOn: '2027-03-01' },
    })
    const opened = await call(deal.buyer, 'GET', fileUrl())
    expect(opened.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'private, no-store',
    })
    const { text } = await extractText(Uint8Array.from(opened.rawPayload), { mergePages: true })
    expect(text.replaceAll(/\s/g, '')).toMatch(/配方.*测试机构.*2026-03-0210:00/)
    expect((await call(deal.buyer, 'GET', `/api/files/${fileId}`)).statusCode).toBe(404)
    const seen = ConfidentialOpeningPage.parse(
      (await call(deal.seller, 'GET', '/api/confidential-openings')).json(),
    )
    expect(seen.items).toMatchObject([{ fileId, listing: { id: deal.listingId } }])
  })

  it('close with a withdrawal that says why', async () => {
    await accept()
    const { items } = NdaPage.parse((await call(deal.seller, 'GET', '/api/ndas?side=owner')).json())
    const url = `/api/ndas/${items[0]?.agreement.id}/withdraw`
    expect((await call(deal.seller, 'POST', url, { reason: ' ' })).statusCode).toBe(422)
    expect((await call(deal.seller, 'POST', url, { reason: '合作终止' })).statusCode).toBe(204)
    const closed = await call(deal.buyer, 'GET', fileUrl())
    expect([closed.statusCode, closed.json().code]).toEqual([409, 'nda.not_in_force'])
    expect((await accept()).json().code).toBe('nda.barred')
  })

  it('hide an agreement from other organizations, and ask for a session', async () => {
    await accept()
    const stranger = await makeActor(api.db, 'company')
    expect((await call(stranger, 'GET', fileUrl())).statusCode).toBe(404)
    const { items } = NdaPage.parse((await call(deal.buyer, 'GET', '/api/ndas?side=reader')).json())
    const url = `/api/ndas/${items[0]?.agreement.id}/withdraw`
    expect((await call(stranger, 'POST', url, { reason: 'x' })).json().code).toBe('nda.not_found')
    for (const path of [page(), fileUrl(), '/api/ndas', '/api/nda-template', '/api/confidential-openings']) {
      expect((await call(null, 'GET', path)).statusCode).toBe(401)
    }
  })

  it('take an acceptance from a signatory alone, and only after a confirmation', async () => {
    const negotiator = await makeMember(api.db, deal.buyer.organizationId, ['negotiator'])
    expect((await accept(negotiator)).statusCode).toBe(403)
    const { text } = Confidentiality.parse((await call(deal.buyer, 'GET', page())).json())
    const unconfirmed = await api.app.inject({
      method: 'POST',
      url: page(),
      headers: await api.bearer(deal.buyer, { confirmed: false }),
      payload: { sha256: text.sha256 },
    })
    expect([unconfirmed.statusCode, unconfirmed.json().code]).toEqual([412, 'session.confirmation_required'])
  })

  it('keep an owner’s own text in versions', async () => {
    const text = { bodyZh: '{owner}{reader}{listing}', bodyEn: '{owner}{reader}{listing}', months: 3 }
    const saved = await call(deal.seller, 'PUT', '/api/nda-template', { ...text, version: 0 })
    expect(saved.json()).toMatchObject({ version: 1, months: 3 })
    const stale = await call(deal.seller, 'PUT', '/api/nda-template', { ...text, version: 0 })
    expect([stale.statusCode, stale.json().code]).toEqual([409, 'nda_template.changed_meanwhile'])
  })
})
