import { ComparableList, OpenCatalogue, OpenSeries, Release, ReleaseList } from '@market/contracts/indicators'
import type { Actor } from '@market/domain'
import { releaseTurnoverOfMonth } from '@market/services/indicators'
import { changeRegistration } from '@market/services/registration'
import { makeOffice, type Office } from '@market/services/registration/testing'
import { makeActor } from '@market/services/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'
import { csvText } from '../send-open.ts'

let api: TestApi
let office: Office
let number = ''

beforeAll(async () => {
  api = await createTestApi()
  office = await makeOffice(api.db, api.clock)
  const sellers = await Promise.all([1, 2, 3].map(() => makeActor(api.db, 'university')))
  for (let index = 0; index < 6; index += 1) {
    const sellerId = sellers[index % 3]?.organizationId ?? ''
    const contractAmountFen = (index + 1) * 11_111_111
    await office.registered({ sellerId, contractAmountFen, technologyAmountFen: 1_000_000 })
  }
  await office.registered({ type: 'KF', subType: 'KF_COMMISSIONED', technicalField: '01' })
  const registrationId = await office.registered()
  api.clock.advance(1000)
  const changed = await changeRegistration(office.as(office.registrar), {
    registrationId,
    reason: '补充协议',
    contractAmountFen: 40_000_000,
  })
  number = changed.number ?? ''
  await releaseTurnoverOfMonth(office.as(null))
})
afterAll(() => api.close())

const get = async (url: string, actor?: Actor, headers: Record<string, string> = {}) =>
  api.app.inject({ method: 'GET', url, headers: { ...headers, ...(actor ? await api.bearer(actor) : {}) } })

describe('open data', () => {
  it('lists every series, each of which is there as JSON and as CSV', async () => {
    const { series } = OpenCatalogue.parse((await get('/api/open-data')).json())
    expect(series.length).toBeGreaterThan(12)
    for (const { json, csv } of series) {
      expect((await get(json)).statusCode).toBe(200)
      expect((await get(csv)).headers['content-type']).toContain('text/csv')
    }
    expect((await get('/api/open-data/turnover/university.json')).statusCode).toBe(404)
  })

  it('is the same for every reader, small cells withheld', async () => {
    const authority = await makeActor(api.db, 'authority', ['viewer'])
    const closed = OpenSeries.parse((await get('/api/open-data/turnover/type.json')).json())
    expect((await get('/api/open-data/turnover/type.json', authority)).json()).toEqual(closed)
    expect(closed.rows.map(({ code, withheld }) => [code, withheld])).toEqual([
      ['KF', true],
      ['XK', true],
    ])
    const csv = (await get('/api/open-data/turnover/year.csv')).body
    expect(csv).toBe(
      '\ufeffyear,code,nameZh,nameEn,withheld,contractCount,contractAmountFen,technologyAmountFen\r\n2026,2026,2026,2026,false,8,303333331,54000000\r\n',
    )
  })

  it('is read from any page and not sent twice', async () => {
    const first = await get('/api/open-data/turnover/year.json')
    expect(first.headers['access-control-allow-origin']).toBe('*')
    const again = await get('/api/open-data/turnover/year.json', undefined, {
      'if-none-match': String(first.headers.etag),
    })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    const preflight = await api.app.inject({
      method: 'OPTIONS',
      url: '/api/open-data/turnover/year.json',
      headers: {
        origin: 'https://example.org',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'if-none-match',
      },
    })
    expect(preflight.statusCode).toBe(204)
    expect(preflight.headers['access-control-allow-headers']).toBe('if-none-match')
    expect((await get('/api/turnover')).headers['access-control-allow-origin']).toBeUndefined()
  })

  it('escapes what a spreadsheet would compute', () => {
    expect(csvText(['a'], [['=1+1'], ['x"y,z'], [null]])).toBe(`\ufeffa\r\n'=1+1\r\n"x""y,z"\r\n\r\n`)
  })
})

describe('releases', () => {
  it('tell the public no party, no title and no amount', async () => {
    const { items } = ReleaseList.parse((await get('/api/open-data/releases?limit=100')).json())
    expect(items).toHaveLength(8)
    const release = (await get(`/api/open-data/releases/${number}`)).json()
    expect(Release.parse(release)).toMatchObject({ tier: 'public', parties: [], tag: ['contractAmendment'] })
    expect(Object.keys(release.contracts[0]).sort()).toEqual([
      'contractType',
      'id',
      'planIndustry',
      'registeredMonth',
      'status',
      'technicalField',
    ])
    expect((await get('/api/open-data/releases/9999999999999999')).statusCode).toBe(404)
  })

  it('tell parties their contract, and the authority why it changed', async () => {
    const own = await get(`/api/open-data/releases/${number}`, office.buyer)
    expect(own.headers['cache-control']).toContain('private')
    expect(Release.parse(own.json())).toMatchObject({
      tier: 'party',
      contracts: [{ value: { amount: 400_000 }, amendments: [{ rationale: null }] }],
    })
    const authority = await makeActor(api.db, 'authority', ['viewer'])
    expect((await get(`/api/open-data/releases/${number}`, authority)).json()).toMatchObject({
      tier: 'authority',
      contracts: [{ amendments: [{ rationale: '补充协议' }] }],
    })
    const stranger = await makeActor(api.db, 'company')
    expect((await get(`/api/open-data/releases/${number}`, stranger)).json()).toMatchObject({
      tier: 'public',
    })
  })
})

describe('comparables', () => {
  it('are ranges from five contracts of three sellers on, in two digits', async () => {
    const { items, smallest } = ComparableList.parse((await get('/api/turnover/comparables')).json())
    expect(smallest).toBe(5)
    expect(items).toEqual([
      {
        field: '05',
        type: 'XK',
        exclusivity: 'non_exclusive',
        contractCount: 7,
        lowerQuartileFen: 28_000_000,
        medianFen: 40_000_000,
        upperQuartileFen: 50_000_000,
      },
    ])
    expect((await get('/api/turnover/comparables?type=KF')).json().items).toEqual([])
  })
})
