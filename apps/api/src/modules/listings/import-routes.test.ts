import { createRecordFiles } from '@market/adapters/records'
import type { FileStorage } from '@market/adapters/storage'
import { ListingImportDetails, ListingImportProblemPage } from '@market/contracts/listings'
import type { Actor } from '@market/domain'
import { workOnListingImports } from '@market/services/listings'
import { auditActionsOf, makeActor, makeMember, testContext } from '@market/services/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'

let api: TestApi
let storage: FileStorage
let editor: Actor & { organizationId: string }
let viewer: Actor
let stranger: Actor
beforeAll(async () => {
  api = await createTestApi()
  storage = api.app.dependencies.storage
  editor = await makeActor(api.db, 'university', ['editor'])
  viewer = await makeMember(api.db, editor.organizationId, ['viewer'])
  stranger = await makeActor(api.db, 'institute', ['editor'])
})
afterAll(() => api.close())

const BASE = '/api/listing-imports'
const BOUNDARY = 'a-boundary-of-the-test'
const DIRTY = [
  '名称,专利号,申请日,专利权人',
  '甲吸附材料,202310000001.5,2023-01-03,邕州大学',
  ',,,',
  '乙方法,202310000002.7,2023-01-04,邕州大学',
].join('\r\n')

const call = async (actor: Actor | null, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
  api.app.inject({
    method,
    url: `${BASE}${url}`,
    headers: actor ? await api.bearer(actor) : {},
    ...(payload ? { payload } : {}),
  })

const upload = async (actor: Actor | null, content: string) =>
  api.app.inject({
    method: 'POST',
    url: BASE,
    headers: {
      ...(actor ? await api.bearer(actor) : {}),
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    },
    payload: [
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="results.csv"`,
      `content-type: text/csv\r\n\r\n${content}\r\n--${BOUNDARY}--\r\n`,
    ].join('\r\n'),
  })

const work = () =>
  workOnListingImports({ ...testContext(api.db, null, api.clock), storage, records: createRecordFiles() })
const view = async (id: string) => ListingImportDetails.parse((await call(editor, 'GET', `/${id}`)).json())
const uploaded = async (): Promise<string> => {
  const { id } = ListingImportDetails.parse((await upload(editor, DIRTY)).json())
  await work()
  return id
}
const checked = async () => {
  const id = await uploaded()
  const { mapping } = await view(id)
  if (!mapping) throw new Error('not mapped')
  await call(editor, 'PUT', `/${id}/mapping`, mapping)
  await work()
  return { id, mapping }
}

describe('imports of listings over the API', () => {
  it('go from an upload to drafts, with a report that names what is left out', async () => {
    const { id } = await checked()
    const found = await view(id)
    expect(found).toMatchObject({ state: 'checked', rowCount: 2, emptyRows: 1, readyCount: 1 })
    const problems = ListingImportProblemPage.parse((await call(editor, 'GET', `/${id}/problems`)).json())
    expect(problems.items.map(({ row, code }) => [row, code])).toEqual([
      [3, 'row.empty'],
      [4, 'number.wrong_check_digit'],
    ])
    const report = await call(editor, 'GET', `/${id}/report.csv`)
    expect(report.headers['content-disposition']).toContain('.csv')
    expect(report.body.split('\n').filter((line) => /^"?[34]"?,/.test(line))).toHaveLength(2)
    const repaired = await call(editor, 'POST', `/${id}/repairs`, { decision: 'accepted' })
    expect(repaired.json()).toMatchObject({ readyCount: 2 })
    expect((await call(editor, 'POST', `/${id}/commit`)).statusCode).toBe(200)
    await work()
    expect(await view(id)).toMatchObject({ state: 'done', draftCount: 2, actions: ['cancel'] })
    expect(await auditActionsOf(api.db, id)).toEqual([
      'listing_import.create',
      'listing_import.read',
      'listing_import.map',
      'listing_import.check',
      'listing_import.repair',
      'listing_import.commit',
      'listing_import.run',
    ])
    expect((await call(editor, 'POST', `/${id}/cancel`)).statusCode).toBe(200)
    await work()
    expect(await view(id)).toMatchObject({ state: 'cancelled', draftCount: 0, actions: [] })
  })

  it('are refused what their state does not allow', async () => {
    const id = await uploaded()
    const { mapping } = await view(id)
    const verbs = [
      await call(editor, 'POST', `/${id}/commit`),
      await call(editor, 'POST', `/${id}/repairs`, { decision: 'accepted' }),
    ]
    await call(editor, 'POST', `/${id}/cancel`)
    await work()
    verbs.push(await call(editor, 'POST', `/${id}/cancel`))
    verbs.push(await call(editor, 'PUT', `/${id}/mapping`, mapping ?? {}))
    for (const answer of verbs)
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'listing_import.wrong_state'])
  })

  it('are not found by another organization and not changed by a member without the role', async () => {
    const { id, mapping } = await checked()
    const verbs = (actor: Actor | null) =>
      Promise.all([
        call(actor, 'PUT', `/${id}/mapping`, mapping),
        call(actor, 'POST', `/${id}/repairs`, { decision: 'accepted' }),
        call(actor, 'POST', `/${id}/commit`),
        call(actor, 'POST', `/${id}/cancel`),
      ])
    const statuses = async (actor: Actor | null) =>
      new Set((await verbs(actor)).map(({ statusCode }) => statusCode))
    expect(await statuses(stranger)).toEqual(new Set([404]))
    expect(await statuses(viewer)).toEqual(new Set([403]))
    expect(await statuses(null)).toEqual(new Set([401]))
    for (const url of [`/${id}`, `/${id}/problems`, `/${id}/report.csv`]) {
      expect((await call(stranger, 'GET', url)).statusCode).toBe(404)
      expect((await call(null, 'GET', url)).statusCode).toBe(401)
      expect((await call(viewer, 'GET', url)).statusCode).toBe(200)
    }
    expect((await call(stranger, 'GET', '')).json().items).toEqual([])
  })

  it('take a file only from members who may, and only as a form', async () => {
    expect((await upload(null, DIRTY)).statusCode).toBe(401)
    expect((await upload(viewer, DIRTY)).statusCode).toBe(403)
    expect((await call(editor, 'POST', '', {})).statusCode).toBe(415)
    const template = await call(editor, 'GET', '/template.csv')
    expect(template.body).toContain('专利号')
  })
})
