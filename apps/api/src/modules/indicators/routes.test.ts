import { createTableFiles } from '@market/adapters/tables'
import {
  Assessment,
  Plan,
  PlanList,
  PlanTurnover,
  PublishedPeriod,
  PublishedPeriodList,
  ReportedValueList,
  StatisticsDetails,
  StatisticsSeries,
  Turnover,
  TurnoverContractPage,
  TurnoverForecast,
  TurnoverSummary,
} from '@market/contracts/indicators'
import { planIndicators, plans } from '@market/database/schema'
import type { Actor } from '@market/domain'
import { makeOffice } from '@market/services/registration/testing'
import { makeActor } from '@market/services/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'

let api: TestApi
let authority: Actor
beforeAll(async () => {
  api = await createTestApi()
  const names = { nameZh: '示例规划', nameEn: 'Sample plan' }
  const words = { definitionZh: '', definitionEn: '', unitZh: '元', unitEn: 'yuan', ownerZh: '', ownerEn: '' }
  await api.db
    .insert(plans)
    .values({ key: 'sample', ...names, regionCode: '450100', startYear: 2026, endYear: 2030, sample: true })
  await api.db.insert(planIndicators).values({
    planKey: 'sample',
    key: 'turnover',
    position: 1,
    ...names,
    ...words,
    feed: 'computed',
    computation: 'turnover',
    targetValue: '60000000',
    path: { 2027: 40_000_000, 2026: 30_000_000 },
  })
  const office = await makeOffice(api.db, api.clock)
  await office.registered()
  await office.registered({ technicalField: '01' })
  authority = await makeActor(api.db, 'authority', ['viewer'])
})
afterAll(() => api.close())

const get = async (url: string, actor?: Actor) =>
  api.app.inject({ method: 'GET', url, headers: actor ? await api.bearer(actor) : {} })

describe('the indicator routes', () => {
  it('show the plans and one plan with its figures to everybody', async () => {
    const list = PlanList.parse((await get('/api/plans')).json())
    expect(list.items.map(({ key }) => key)).toEqual(['sample'])
    const plan = Plan.parse((await get('/api/plans/sample', authority)).json())
    expect(plan.indicators).toMatchObject([
      {
        path: [{ year: 2026 }, { year: 2027 }],
        latest: { year: 2026, value: '60000000', source: null },
        state: 'met',
        aim: '30000000',
      },
    ])
    expect((await get('/api/plans/nowhere')).statusCode).toBe(404)
  })

  it('show the turnover against path and target, and as it was known before', async () => {
    const now = PlanTurnover.parse((await get('/api/plans/sample/turnover?year=2026', authority)).json())
    expect(now).toMatchObject({ view: 'registered', targetFen: 60_000_000, total: { contractCount: 2 } })
    expect(now.years[0]).toMatchObject({ contractAmountFen: 60_000_000, pathFen: 30_000_000 })
    const before = '/api/plans/sample/turnover?by=field&asKnownAt=2026-03-01T00:00:00%2B08:00'
    const past = await get(before, authority)
    expect(PlanTurnover.parse(past.json())).toMatchObject({
      asKnownAt: '2026-02-28T16:00:00.000Z',
      total: { contractCount: 0 },
      breakdowns: [{ by: 'field' }],
    })
    const wrong = await get('/api/plans/sample/turnover?by=party&asKnownAt=yesterday')
    expect(wrong.statusCode).toBe(422)
    for (const instant of ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-12:00']) {
      const beyond = await get(`/api/turnover/summary?asKnownAt=${instant}`)
      expect(beyond.json().details.problems).toMatchObject([
        { path: 'asKnownAt', code: 'instant.out_of_range' },
      ])
    }
  })

  it('open a figure down to its contracts by the query it carries, without parties or single amounts', async () => {
    const turnover = PlanTurnover.parse((await get('/api/plans/sample/turnover', authority)).json())
    const field = turnover.breakdowns
      .flatMap(({ items }) => items)
      .find(({ contractsQuery }) => contractsQuery === 'year=2026&field=01')
    expect(field).toMatchObject({ contractCount: 1, share: 0.5 })
    const url = `/api/turnover/contracts?${field?.contractsQuery}`
    const page = TurnoverContractPage.parse((await get(url)).json())
    expect(page).toMatchObject({
      contractCount: 1,
      items: [{ registeredMonth: '2026-03', technicalField: '01', contractAmountFen: null }],
    })
    expect((await get(url, authority)).json().items[0].contractAmountFen).toBe(30_000_000)
  })

  it('sum this year up for the home page', async () => {
    const summary = TurnoverSummary.parse((await get('/api/turnover/summary', authority)).json())
    expect(summary).toMatchObject({ year: 2026, contractCount: 2, share: 1, plan: { key: 'sample' } })
  })

  it('answer any view and breakdown, small cells withheld from the public', async () => {
    const url = '/api/turnover?view=output&by=field&from=2026-01-01&to=2026-12-31'
    const open = Turnover.parse((await get(url, authority)).json())
    expect(open).toMatchObject({
      view: 'output',
      by: 'field',
      total: { contractCount: 2 },
      smallestCell: null,
    })
    const closed = Turnover.parse((await get(url)).json())
    expect(closed).toMatchObject({ total: { suppressed: true, contractAmountFen: null }, smallestCell: 3 })
    expect((await get('/api/turnover?by=university')).statusCode).toBe(403)
    expect((await get('/api/turnover?from=2026-01-05')).json()).toMatchObject({
      code: 'turnover.period_not_public',
    })
  })

  it('release the figures to the public when the authority says so', async () => {
    const before = Turnover.parse((await get('/api/turnover')).json())
    expect(before).toMatchObject({ released: { releasedAt: null }, total: { suppressed: true } })
    const post = async (actor: Actor) =>
      api.app.inject({ method: 'POST', url: '/api/turnover/releases', headers: await api.bearer(actor) })
    expect((await post(authority)).statusCode).toBe(403)
    const reviewer = await makeActor(api.db, 'authority', ['reviewer'])
    const made = await post(reviewer)
    expect(made.statusCode).toBe(201)
    const { released, total } = Turnover.parse((await get('/api/turnover')).json())
    expect(released).toEqual(made.json())
    // Two contracts are too few still.
    expect(total.suppressed).toBe(true)
    expect((await post(reviewer)).json()).toMatchObject({ code: 'turnover.already_released' })
    expect(Turnover.parse((await get('/api/turnover', authority)).json()).released).toBeNull()
  })

  it('close a period, take reported figures and forecast the year', async () => {
    const closer = await makeActor(api.db, 'authority', ['reviewer', 'editor'])
    const post = async (url: string, payload?: object, actor: Actor = closer) =>
      api.app.inject({
        method: 'POST',
        url,
        headers: await api.bearer(actor),
        ...(payload ? { payload } : {}),
      })
    const published = await post('/api/turnover/periods/2026-02/publish')
    expect(published.statusCode).toBe(201)
    expect(PublishedPeriod.parse(published.json())).toMatchObject({
      from: '2026-02-01',
      current: { contractCount: 0 },
    })
    expect((await post('/api/turnover/periods/2026-02/publish')).statusCode).toBe(409)
    expect((await post('/api/turnover/periods/2026-01/publish', undefined, authority)).statusCode).toBe(403)
    const list = PublishedPeriodList.parse((await get('/api/turnover/periods')).json())
    expect(list.items.map(({ period }) => period)).toEqual(['2026-02'])
    const value = { year: 2026, value: '7.5', source: '统计公报', publishedOn: '2026-02-20' }
    const url = '/api/plans/sample/indicators/turnover/values'
    expect((await post(url, value)).json()).toMatchObject({ code: 'indicator.computed' })
    expect(ReportedValueList.parse((await get(url)).json()).items).toEqual([])
    const forecast = TurnoverForecast.parse((await get('/api/turnover/forecast', authority)).json())
    expect(forecast).toMatchObject({ year: 2026, expectedFen: 60_000_000, years: [] })
  })

  it('take a published table as a draft and open it to everybody', async () => {
    const editor = await makeActor(api.db, 'authority', ['editor'])
    const boundary = 'a-boundary-of-the-test'
    const field = (name: string, value: string) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}`
    const table = '地区,期间,流向,项数,成交额（万元）\n广西,2022,输出技术,4,300'
    const upload = async (actor: Actor, publishedOn: string) =>
      api.app.inject({
        method: 'POST',
        url: '/api/statistics',
        headers: {
          ...(await api.bearer(actor)),
          'content-type': `multipart/form-data; boundary=${boundary}`,
        },
        payload: [
          field('title', '分省成交额'),
          field('source', '统计年鉴'),
          field('definition', '按卖方所在地'),
          field('publishedOn', publishedOn),
          `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="table.csv"`,
          `content-type: text/csv\r\n\r\n${table}\r\n--${boundary}--\r\n`,
        ].join('\r\n'),
      })
    expect((await upload(authority, '2024-12-01')).statusCode).toBe(403)
    expect((await upload(editor, 'gestern')).statusCode).toBe(422)
    const drafted = await upload(editor, '2024-12-01')
    expect(drafted.statusCode).toBe(201)
    const { id } = StatisticsDetails.parse(drafted.json())
    expect((await get(`/api/statistics/${id}`)).statusCode).toBe(404)
    const headers = await api.bearer(editor)
    const published = await api.app.inject({ method: 'POST', url: `/api/statistics/${id}/publish`, headers })
    expect(StatisticsDetails.parse(published.json())).toMatchObject({ state: 'published', valueCount: 1 })
    const gone = await api.app.inject({ method: 'DELETE', url: `/api/statistics/${id}`, headers })
    expect(gone.statusCode).toBe(409)
    expect(StatisticsSeries.parse((await get('/api/statistics/places/450000')).json())).toMatchObject({
      values: [{ contractAmountFen: 300_000_000 }],
      publications: [{ source: '统计年鉴' }],
    })
    expect((await get('/api/statistics/places/999999')).statusCode).toBe(404)
    expect((await get('/api/statistics')).json().items).toHaveLength(1)
  })

  it('assess the plan, on paper and as a workbook', async () => {
    const url = '/api/plans/sample/assessments/yearly'
    const assessment = Assessment.parse((await get(`${url}?year=2026`, authority)).json())
    expect(assessment).toMatchObject({
      year: 2026,
      counts: { met: 1 },
      indicators: [{ state: 'met', aim: '30000000' }],
    })
    expect(Assessment.parse((await get('/api/plans/sample/assessments/midterm')).json()).year).toBe(2028)
    expect((await get(`${url}?year=2050`)).statusCode).toBe(422)
    const pdf = await get(`${url}/report.pdf?year=2026&lang=en`)
    expect([pdf.headers['content-type'], pdf.rawPayload.subarray(0, 5).toString()]).toEqual([
      'application/pdf',
      '%PDF-',
    ])
    const workbook = await get(`${url}/report.xlsx?year=2026`, authority)
    expect(workbook.rawPayload.subarray(0, 2).toString()).toBe('PK')
    const rows = []
    for await (const row of createTableFiles().read(workbook.rawPayload, 'xlsx')) rows.push(row.cells)
    expect(rows[1]).toEqual(
      ['示例规划', '元', '–', '30 万元', '60 万元', '60 万元', 2026, '已达目标', '平台计算'].map(String),
    )
  })
})
