import type { Actor } from '@market/domain'
import { completeListing, makeFile, patentRight } from '@market/services/listings/testing'
import { makeActor } from '@market/services/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'

let api: TestApi
let editor: Actor & { organizationId: string }
let reviewer: Actor
let stranger: Actor
beforeAll(async () => {
  api = await createTestApi()
  editor = await makeActor(api.db, 'university', ['editor'])
  reviewer = await makeActor(api.db, 'operator', ['reviewer'])
  stranger = await makeActor(api.db, 'company')
})
afterAll(() => api.close())

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
const call = async (actor: Actor | null, method: Method, url: string, payload?: object) =>
  api.app.inject({
    method,
    url,
    headers: actor ? await api.bearer(actor) : {},
    ...(payload ? { payload } : {}),
  })

const create = async (changes = {}) =>
  (await call(editor, 'POST', '/api/listings', completeListing(changes))).json()
const publish = async (changes = {}) => {
  const { id } = await create(changes)
  await call(editor, 'POST', `/api/listings/${id}/submit`)
  return (await call(reviewer, 'POST', `/api/listings/${id}/publish`, { revision: 1 })).json()
}

describe('the listing routes', () => {
  it('take a listing from draft to the public', async () => {
    const draft = await create()
    expect(draft).toMatchObject({
      state: 'draft',
      version: 0,
      rights: [{ number: '202310000001.5', expiresOn: '2043-01-02' }],
      editing: { revision: 1, problems: [], commands: ['edit', 'submit', 'withdraw'] },
    })
    const saved = await call(editor, 'PATCH', `/api/listings/${draft.id}`, {
      revision: 1,
      titleZh: '改名',
    })
    expect(saved.json()).toMatchObject({ titleZh: '改名', editing: { revision: 2 } })
    const submitted = await call(editor, 'POST', `/api/listings/${draft.id}/submit`)
    expect(submitted.json().state).toBe('submitted')
    const queue = await call(reviewer, 'GET', '/api/listings?scope=review')
    expect(queue.json().items.map((item: { id: string }) => item.id)).toContain(draft.id)
    const published = await call(reviewer, 'POST', `/api/listings/${draft.id}/publish`)
    expect(published.json()).toMatchObject({ state: 'published', version: 1 })
    const open = await call(null, 'GET', `/api/listings/${draft.id}`)
    expect(open.json()).toMatchObject({
      titleZh: '改名',
      editing: null,
      organization: { kind: 'university' },
    })
    expect(JSON.stringify(open.json())).not.toContain('revision')
    const versions = await call(editor, 'GET', `/api/listings/${draft.id}/versions`)
    expect(versions.json().items).toMatchObject([{ version: 1, content: { titleZh: '改名' } }])
  })

  it('say which character of a number is wrong', async () => {
    const wrong = completeListing({ rights: [patentRight('ZL202310000001.7')] })
    const answer = await call(editor, 'POST', '/api/listings', wrong)
    expect(answer.statusCode).toBe(422)
    expect(answer.json().details.problems).toEqual([
      {
        path: 'rights.0.number',
        code: 'patent_number.wrong_check_digit',
        params: { position: 16, expected: '5' },
      },
    ])
  })

  it('answer 409 to a stale revision and name the present one', async () => {
    const { id } = await create()
    await call(editor, 'PATCH', `/api/listings/${id}`, { revision: 1, titleEn: 'One' })
    const stale = await call(editor, 'PATCH', `/api/listings/${id}`, { revision: 1, titleEn: 'Two' })
    expect(stale.statusCode).toBe(409)
    expect(stale.json()).toMatchObject({ code: 'listing.changed_meanwhile', details: { revision: 2 } })
  })

  it('hide drafts from strangers and the public', async () => {
    const { id } = await create()
    for (const actor of [stranger, null]) {
      expect((await call(actor, 'GET', `/api/listings/${id}`)).json().code).toBe('listing.not_found')
    }
    expect((await call(stranger, 'POST', `/api/listings/${id}/submit`)).statusCode).toBe(404)
    expect((await call(null, 'POST', `/api/listings/${id}/submit`)).statusCode).toBe(401)
  })

  it('return with reasons, words being needed for another reason', async () => {
    const { id } = await create()
    await call(editor, 'POST', `/api/listings/${id}/submit`)
    const mute = await call(reviewer, 'POST', `/api/listings/${id}/return`, { reasons: [{ code: 'other' }] })
    expect(mute.json().details.problems).toMatchObject([
      { path: 'reasons.0.words', code: 'reason.words_required' },
    ])
    const returned = await call(reviewer, 'POST', `/api/listings/${id}/return`, {
      reasons: [{ code: 'other', words: '请补充' }],
    })
    expect(returned.json().editing.reviewReasons).toEqual([{ code: 'other', words: '请补充', field: null }])
    const mine = await call(editor, 'GET', '/api/listings?scope=mine&state=draft')
    expect(mine.json().items.find((item: { id: string }) => item.id === id)).toMatchObject({ returned: true })
  })

  it('keep changes to a public listing from the public until they are reviewed or thrown away', async () => {
    const { id } = await publish()
    const edited = await call(editor, 'PATCH', `/api/listings/${id}`, { revision: 1, titleZh: '未审' })
    expect(edited.json().editing.changes).toBe('draft')
    expect((await call(null, 'GET', `/api/listings/${id}`)).json().titleZh).not.toBe('未审')
    const list = await call(null, 'GET', `/api/listings?organizationId=${editor.organizationId}&limit=100`)
    const item = list.json().items.find((one: { id: string }) => one.id === id)
    expect(item).toMatchObject({ titleZh: completeListing().titleZh, updatedAt: null })
    const discarded = await call(editor, 'DELETE', `/api/listings/${id}/changes`)
    expect(discarded.json()).toMatchObject({ titleZh: completeListing().titleZh, editing: { changes: null } })
  })

  it('read several public ones by their numbers, and no draft among them', async () => {
    const [{ id: one }, { id: two }, { id: draft }] = [await publish(), await publish(), await create()]
    const list = await call(null, 'GET', `/api/listings?id=${one}&id=${two}&id=${draft}`)
    expect(list.json().items.map(({ id }: { id: string }) => id)).toEqual([two, one])
    expect((await call(null, 'GET', `/api/listings?id=${one}`)).json().items).toHaveLength(1)
    expect((await call(null, 'GET', '/api/listings?id=one')).statusCode).toBe(422)
  })

  it('open public attachments to everybody with the listing, confidential ones to nobody else', async () => {
    const { id } = await create()
    const attach = async (visibility: string) =>
      call(editor, 'POST', `/api/listings/${id}/attachments`, {
        fileId: await makeFile(api.db, editor),
        titleZh: visibility,
        visibility,
      })
    expect((await attach('public')).statusCode).toBe(201)
    const { attachments } = (await attach('confidential')).json()
    const [open, secret] = attachments.map(({ fileId }: { fileId: string }) => fileId)
    const status = async (actor: Actor | null, fileId: string) =>
      (await call(actor, 'GET', `/api/files/${fileId}`)).statusCode
    // The fixture has no bytes behind it: 500 says that the policy let the reader through.
    const READABLE = 500
    expect(await status(null, open)).toBe(404)
    await call(editor, 'POST', `/api/listings/${id}/submit`)
    expect([await status(reviewer, open), await status(reviewer, secret)]).toEqual([READABLE, READABLE])
    await call(reviewer, 'POST', `/api/listings/${id}/publish`)
    expect([await status(null, open), await status(stranger, secret)]).toEqual([READABLE, 404])
    const seen = (await call(stranger, 'GET', `/api/listings/${id}`)).json().attachments
    expect(seen.map(({ titleZh }: { titleZh: string }) => titleZh)).toEqual(['public'])
    await call(editor, 'POST', `/api/listings/${id}/withdraw`, { reason: '不再转让' })
    expect(await status(null, open)).toBe(404)
  })

  it('take a file out again', async () => {
    const { id } = await create()
    const fileId = await makeFile(api.db, editor)
    const url = `/api/listings/${id}/attachments`
    const { attachments } = (await call(editor, 'POST', url, { fileId, titleZh: '报告' })).json()
    const answer = await call(editor, 'DELETE', `${url}/${attachments[0].id}`)
    expect([answer.statusCode, answer.json().attachments]).toEqual([200, []])
  })

  it('withdraw without a body', async () => {
    const { id } = await create()
    const answer = await call(editor, 'POST', `/api/listings/${id}/withdraw`)
    expect(answer.json().state).toBe('withdrawn')
  })
})
