import { completeListing } from '@market/services/listings/testing'
import { makeActor } from '@market/services/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../testing/create-test-api.ts'

const HIDDEN = '\u0001\u000b\u200b\u202e\ufffe'

let api: TestApi
let headers: Record<string, string>
beforeAll(async () => {
  api = await createTestApi()
  headers = await api.bearer(await makeActor(api.db, 'university', ['editor']))
})
afterAll(() => api.close())

const create = (changes: object) =>
  api.app.inject({ method: 'POST', url: '/api/listings', headers, payload: completeListing(changes) })

describe('text in a request', () => {
  it('loses what nobody sees, on every level, and keeps its lines', async () => {
    const answer = await create({
      titleZh: `${HIDDEN}蔗渣${HIDDEN}吸附材料`,
      summaryZh: `第一行${HIDDEN}\n第二行`,
      comparison: [
        { aspectZh: `成本${HIDDEN}`, aspectEn: '', unit: '元', ours: '1', leading: '2', source: HIDDEN },
      ],
    })
    expect(answer.json()).toMatchObject({
      titleZh: '蔗渣吸附材料',
      summaryZh: '第一行\n第二行',
      comparison: [{ aspectZh: '成本', source: '' }],
    })
  })

  it('that is nothing but that is not there', async () => {
    const payload = { kind: 'company', nameZh: HIDDEN, nameEn: '', creditCode: 'x', regionCode: '450100' }
    const answer = await api.app.inject({ method: 'POST', url: '/api/organizations', headers, payload })
    expect(answer.json()).toMatchObject({ code: 'request.invalid' })
    expect(answer.json().details.problems).toContainEqual(expect.objectContaining({ path: 'nameZh' }))
  })

  it('that cannot be stored is refused, and named', async () => {
    const answer = await create({ titleZh: '半个\u0000' })
    expect(answer.json().details.problems).toEqual([{ path: 'titleZh', code: 'text.not_storable' }])
  })

  it.each(['[', '{"a":'])('in %s upon another without end cannot be read', async (open) => {
    const close = open === '[' ? ']' : '}'
    const payload = `{"kind":"know_how","x":${open.repeat(20_000)}1${close.repeat(20_000)}}`
    const answer = await api.app.inject({
      method: 'POST',
      url: '/api/listings',
      headers: { ...headers, 'content-type': 'application/json' },
      payload,
    })
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'request.unreadable'])
  })

  it('of a search reaches no workbook', async () => {
    const url = `/api/search/map.xlsx?q=${encodeURIComponent(`石墨烯${HIDDEN}`)}`
    const { rawPayload } = await api.app.inject(url)
    const rows = api.app.dependencies.tables.read(rawPayload, 'xlsx')
    const cells = []
    for await (const row of rows) cells.push(row.cells[0])
    expect(cells).toContain('石墨烯')
  })
})
