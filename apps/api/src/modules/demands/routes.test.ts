import { randomUUID } from 'node:crypto'
import {
  AnswerPage,
  AnswerReceipt,
  ListingMatchList,
  Need,
  NeedMatchList,
  NeedPage,
  NeedSearchPage,
  TakenUp,
} from '@market/contracts/demands'
import type { Actor } from '@market/domain'
import {
  auditActionsOf,
  makeActor,
  makeFile,
  makeListing,
  makeMember,
  makePublishedNeed,
  needText,
  proposalText,
} from '@market/services/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'

type Member = Awaited<ReturnType<typeof makeActor>>

let api: TestApi
let poster: Member
let viewer: Member
let owner: Member
let stranger: Member
let reviewer: Member
beforeAll(async () => {
  api = await createTestApi()
  poster = await makeActor(api.db, 'company', ['negotiator'])
  viewer = await makeMember(api.db, poster.organizationId, ['viewer'])
  owner = await makeActor(api.db, 'university', ['editor', 'negotiator'])
  stranger = await makeActor(api.db, 'company', ['negotiator'])
  reviewer = await makeActor(api.db, 'operator', ['reviewer'])
})
afterAll(() => api.close())

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
const call = async (actor: Actor | null, method: Method, url: string, payload?: object) =>
  api.app.inject({
    method,
    url,
    headers: actor ? await api.bearer(actor) : {},
    ...(payload ? { payload } : {}),
  })
const statusOf = async (...args: Parameters<typeof call>) => (await call(...args)).statusCode

const draft = async () => Need.parse((await call(poster, 'POST', '/api/needs', needText())).json())
const published = () => makePublishedNeed(api.db, poster)
const proposed = async () => {
  const { id: needId } = await published()
  const sent = await call(owner, 'POST', `/api/needs/${needId}/answers`, { proposal: proposalText() })
  expect(sent.statusCode).toBe(201)
  return { needId, ...AnswerReceipt.parse(sent.json()) }
}

describe('need routes', () => {
  it('write, submit, return and publish, each with its audit row', async () => {
    const { id, editing } = await draft()
    const url = `/api/needs/${id}`
    const edit = { revision: editing?.revision, goalEn: 'Twenty regenerations.' }
    expect(await statusOf(poster, 'PATCH', url, edit)).toBe(200)
    expect(await statusOf(poster, 'POST', `${url}/submit`)).toBe(200)
    const queue = NeedPage.parse((await call(reviewer, 'GET', '/api/needs/list?scope=review')).json())
    expect(queue.items.map((need) => need.id)).toContain(id)
    const reasons = { reasons: [{ code: 'goal_not_measurable' }] }
    expect(await statusOf(reviewer, 'POST', `${url}/return`, reasons)).toBe(200)
    expect(await statusOf(poster, 'POST', `${url}/submit`)).toBe(200)
    const shown = Need.parse((await call(reviewer, 'POST', `${url}/publish`)).json())
    expect(shown).toMatchObject({ state: 'published', version: 1 })
    expect(await statusOf(null, 'GET', `${url}?view=public`)).toBe(200)
    expect(await auditActionsOf(api.db, id)).toEqual([
      'need.create',
      'need.edit',
      'need.submit',
      'need.return',
      'need.submit',
      'need.publish',
    ])
  })

  it('throw unpublished changes away, and withdraw', async () => {
    const { id, revision } = await published()
    const url = `/api/needs/${id}`
    await call(poster, 'PATCH', url, { revision, titleZh: '改写的标题' })
    const back = Need.parse((await call(poster, 'DELETE', `${url}/changes`)).json())
    expect(back.titleZh).toBe(needText().titleZh)
    expect(await statusOf(poster, 'POST', `${url}/withdraw`, { reason: '已自行解决' })).toBe(200)
    expect((await auditActionsOf(api.db, id)).slice(-2)).toEqual(['need.discard_changes', 'need.withdraw'])
  })

  const verbs: Record<string, [Method, string, object?]> = {
    edit: ['PATCH', '', { revision: 1, titleZh: '甲' }],
    submit: ['POST', '/submit'],
    withdraw: ['POST', '/withdraw', {}],
    publish: ['POST', '/publish'],
    return: ['POST', '/return', { reasons: [{ code: 'goal_not_measurable' }] }],
    discard: ['DELETE', '/changes'],
  }
  it.each(Object.entries(verbs))(
    '%s: wrong state, other organization, not permitted, no session',
    async (verb, [method, path, body]) => {
      const { id } = await draft()
      const url = `/api/needs/${id}${path}`
      expect(await statusOf(stranger, method, url, body)).toBe(404)
      expect(await statusOf(viewer, method, url, body)).toBe(403)
      expect(await statusOf(null, method, url, body)).toBe(401)
      expect(await statusOf(poster, method, `/api/needs/${randomUUID()}${path}`, body)).toBe(404)
      await call(poster, 'POST', `/api/needs/${id}/withdraw`, {})
      const actor = verb === 'publish' || verb === 'return' ? reviewer : poster
      const refused = await call(actor, method, url, body)
      expect([refused.statusCode, refused.json().code]).toEqual([409, 'need.wrong_state'])
    },
  )

  it('name every field that is missing or wrong', async () => {
    const { id } = Need.parse((await call(poster, 'POST', '/api/needs', {})).json())
    const early = (await call(poster, 'POST', `/api/needs/${id}/submit`)).json()
    expect(early.code).toBe('need.not_ready')
    const paths = early.details.problems.map(({ path }: { path: string }) => path)
    expect(paths).toEqual(expect.arrayContaining(['titleZh', 'goalZh', 'indicators', 'deadlineOn']))
    for (const [path, value] of Object.entries({ ipcSymbols: ['???'], industryClass: 'ZZ9', type: 'x' })) {
      const answer = await call(poster, 'PATCH', `/api/needs/${id}`, { revision: 1, [path]: value })
      expect([answer.statusCode, answer.json().details.problems[0].path.split('.')[0]]).toEqual([422, path])
    }
    expect(await statusOf(viewer, 'POST', '/api/needs', {})).toBe(403)
    expect(await statusOf(null, 'GET', '/api/needs/list')).toBe(401)
  })

  it('search with facets and pages', async () => {
    await published()
    await published()
    const url = `/api/needs?q=${encodeURIComponent('糖蜜')}&type=key_technology&limit=1`
    const page = NeedSearchPage.parse((await call(null, 'GET', url)).json())
    expect(page.items).toHaveLength(1)
    expect(page.facets.type).toContainEqual(
      expect.objectContaining({ value: 'key_technology', chosen: true }),
    )
    const rest = await call(null, 'GET', `${url}&cursor=${encodeURIComponent(page.nextCursor ?? '')}`)
    expect(NeedSearchPage.parse(rest.json()).items[0]?.id).not.toBe(page.items[0]?.id)
  })
})

describe('routes of files of a need', () => {
  const upload = () => makeFile(api.db, poster, { purpose: 'need_attachment' })
  const body = async () => ({ fileId: await upload(), titleZh: '工况数据' })

  it('add a file and take it away again, each with an audit row', async () => {
    const { id } = await draft()
    const url = `/api/needs/${id}/attachments`
    const added = await call(poster, 'POST', url, await body())
    expect(added.statusCode).toBe(201)
    const [attachment] = Need.parse(added.json()).attachments
    expect(attachment).toMatchObject({ titleZh: '工况数据', mediaType: 'application/pdf', name: '合同.pdf' })
    const left = await call(poster, 'DELETE', `${url}/${attachment?.id}`)
    expect([left.statusCode, Need.parse(left.json()).attachments]).toEqual([200, []])
    expect((await auditActionsOf(api.db, id)).slice(-2)).toEqual(['need.attach_file', 'need.detach_file'])
  })

  it.each(['POST', 'DELETE'] as const)(
    '%s: wrong state, other organization, not permitted, no session',
    async (method) => {
      const { id } = await draft()
      const url = `/api/needs/${id}/attachments`
      const [attachment] = Need.parse((await call(poster, 'POST', url, await body())).json()).attachments
      const target = method === 'POST' ? url : `${url}/${attachment?.id}`
      const payload = method === 'POST' ? await body() : undefined
      expect(await statusOf(stranger, method, target, payload)).toBe(404)
      expect(await statusOf(viewer, method, target, payload)).toBe(403)
      expect(await statusOf(null, method, target, payload)).toBe(401)
      await call(poster, 'POST', `/api/needs/${id}/submit`)
      const late = await call(poster, method, target, payload)
      expect([late.statusCode, late.json().code]).toEqual([409, 'need.wrong_state'])
    },
  )

  it('show the files with the need to whoever may read it', async () => {
    const { id } = await draft()
    await call(poster, 'POST', `/api/needs/${id}/attachments`, await body())
    await call(poster, 'POST', `/api/needs/${id}/submit`)
    await call(reviewer, 'POST', `/api/needs/${id}/publish`)
    const shown = Need.parse((await call(null, 'GET', `/api/needs/${id}?view=public`)).json())
    expect(shown.attachments.map(({ titleZh }) => titleZh)).toEqual(['工况数据'])
  })
})

describe('answer routes', () => {
  it('answer, shortlist and take up: a request begins', async () => {
    const { id, needId } = await proposed()
    const list = AnswerPage.parse((await call(poster, 'GET', `/api/needs/${needId}/answers`)).json())
    expect(list.items.map((answer) => answer.id)).toEqual([id])
    const mine = AnswerPage.parse((await call(owner, 'GET', '/api/need-answers')).json())
    expect(mine.items.map((answer) => answer.id)).toContain(id)
    expect(await statusOf(poster, 'POST', `/api/need-answers/${id}/shortlist`)).toBe(200)
    const taken = await call(poster, 'POST', `/api/need-answers/${id}/take-up`, { message: '请详谈。' })
    expect(taken.statusCode).toBe(201)
    const { requestId } = TakenUp.parse(taken.json())
    const request = (await call(owner, 'GET', `/api/requests/${requestId}`)).json()
    expect(request).toMatchObject({ state: 'accepted', need: { id: needId }, listing: null })
    expect(await auditActionsOf(api.db, id)).toEqual(['answer.create', 'answer.shortlist', 'answer.take_up'])
  })

  const verbs: Record<string, object | undefined> = {
    shortlist: undefined,
    decline: { reason: 'too_early' },
    'take-up': { message: '请详谈。' },
  }
  it.each(Object.entries(verbs))('%s: wrong state, other organization, not permitted', async (verb, body) => {
    const { id } = await proposed()
    const url = `/api/need-answers/${id}/${verb}`
    expect(await statusOf(stranger, 'POST', url, body)).toBe(404)
    expect(await statusOf(owner, 'POST', url, body)).toBe(403)
    expect(await statusOf(viewer, 'POST', url, body)).toBe(403)
    expect(await statusOf(null, 'POST', url, body)).toBe(401)
    expect(await statusOf(owner, 'POST', `/api/need-answers/${id}/withdraw`)).toBe(200)
    const late = await call(poster, 'POST', url, body)
    expect([late.statusCode, late.json().code]).toEqual([409, 'answer.wrong_state'])
  })

  it('withdraw: wrong state, other organization, not permitted', async () => {
    const { id } = await proposed()
    const url = `/api/need-answers/${id}/withdraw`
    expect(await statusOf(stranger, 'POST', url)).toBe(404)
    expect(await statusOf(poster, 'POST', url)).toBe(403)
    await call(poster, 'POST', `/api/need-answers/${id}/decline`, { reason: 'too_early' })
    expect(await statusOf(owner, 'POST', url)).toBe(409)
  })

  it('take a listing or a proposal, not both and not neither', async () => {
    const { id } = await published()
    const url = `/api/needs/${id}/answers`
    const listingId = await makeListing(api.db, owner)
    for (const body of [{}, { listingId, proposal: proposalText() }]) {
      const answer = await call(owner, 'POST', url, body)
      expect([answer.statusCode, answer.json().details.problems[0].code]).toEqual([
        422,
        'answer.listing_or_proposal',
      ])
    }
    expect(await statusOf(poster, 'POST', url, { proposal: proposalText() })).toBe(403)
    expect(await statusOf(owner, 'POST', url, { listingId })).toBe(201)
    expect(await statusOf(owner, 'POST', url, { listingId })).toBe(409)
    const early = await draft()
    expect(await statusOf(owner, 'POST', `/api/needs/${early.id}/answers`, { listingId })).toBe(404)
  })
})

describe('match routes', () => {
  it('show each side what fits it, and remember what it says', async () => {
    const { id } = await published()
    const listingId = await makeListing(api.db, owner)
    const url = `/api/listings/${listingId}/needs`
    const find = async () =>
      NeedMatchList.parse((await call(owner, 'GET', url)).json()).items.find(({ need }) => need.id === id)
    expect((await find())?.reasons.length).toBeGreaterThan(0)
    expect(await statusOf(owner, 'PUT', `${url}/${id}`, { misfit: 'wrong_field' })).toBe(204)
    expect((await find())?.judgement).toEqual({ fits: false, reason: 'wrong_field' })
    expect(await statusOf(poster, 'PUT', `/api/needs/${id}/matches/${listingId}`, { misfit: null })).toBe(204)
    const listings = (await call(poster, 'GET', `/api/needs/${id}/matches`)).json()
    expect(ListingMatchList.parse(listings).items[0]?.judgement?.fits).toBe(true)
    expect(NeedMatchList.parse((await call(owner, 'GET', '/api/needs/matching')).json())).toBeTruthy()
    expect(await auditActionsOf(api.db, id)).toContain('need.judge_match')
  })

  it('are for the sides alone', async () => {
    const { id } = await published()
    const listingId = await makeListing(api.db, owner)
    const [matches, needs] = [`/api/needs/${id}/matches`, `/api/listings/${listingId}/needs`]
    const fits = { misfit: null }
    expect(await statusOf(stranger, 'GET', matches)).toBe(403)
    expect(await statusOf(stranger, 'PUT', `${matches}/${listingId}`, fits)).toBe(403)
    expect(await statusOf(viewer, 'PUT', `${matches}/${listingId}`, fits)).toBe(403)
    expect(await statusOf(stranger, 'GET', needs)).toBe(404)
    expect(await statusOf(stranger, 'PUT', `${needs}/${id}`, fits)).toBe(404)
    expect(await statusOf(null, 'GET', matches)).toBe(401)
    const wrong = await call(owner, 'PUT', `${needs}/${id}`, { misfit: 'nonsense' })
    expect([wrong.statusCode, wrong.json().details.problems[0].path]).toEqual([422, 'misfit'])
  })
})
