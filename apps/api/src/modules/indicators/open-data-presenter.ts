import type { OpenCatalogue, OpenSeries, Release } from '@market/contracts/indicators'
import {
  TURNOVER_BREAKDOWNS,
  TURNOVER_DEFINITION,
  TURNOVER_VIEWS,
  type TurnoverView,
} from '@market/domain/indicators'
import type { OpenSeriesRow, ReleaseRecord } from '@market/services/indicators'

export const COLUMNS: OpenSeries['columns'] = [
  {
    name: 'year',
    type: 'integer',
    unit: null,
    zh: '认定登记年度（北京时间）',
    en: 'Year of registration (Asia/Shanghai)',
  },
  { name: 'code', type: 'text', unit: null, zh: '分组代码', en: 'Code of the group' },
  { name: 'nameZh', type: 'text', unit: null, zh: '中文名称', en: 'Chinese name' },
  { name: 'nameEn', type: 'text', unit: null, zh: '英文名称', en: 'English name' },
  {
    name: 'withheld',
    type: 'boolean',
    unit: null,
    zh: '因合同数过少而不公开，其后各列为空',
    en: 'Withheld because too few contracts stand behind it; the columns after it are empty',
  },
  { name: 'contractCount', type: 'integer', unit: 'contract', zh: '合同项数', en: 'Contracts' },
  {
    name: 'contractAmountFen',
    type: 'integer',
    unit: 'CNY 0.01',
    zh: '合同成交额（分）',
    en: 'Contract amount (fen)',
  },
  {
    name: 'technologyAmountFen',
    type: 'integer',
    unit: 'CNY 0.01',
    zh: '技术交易额（分）',
    en: 'Technology amount (fen)',
  },
]

const BASE = '/api/open-data'

export const presentCatalogue = (): OpenCatalogue => ({
  titleZh: '技术合同登记公开数据',
  titleEn: 'Open data of the technology contract register',
  definitionZh: TURNOVER_DEFINITION.zh,
  definitionEn: TURNOVER_DEFINITION.en,
  views: TURNOVER_VIEWS.map((view) => ({ ...view })),
  columns: COLUMNS,
  series: TURNOVER_BREAKDOWNS.filter(({ code, public: open }) => open && code !== 'total').map(
    ({ code, zh, en }) => ({
      id: `turnover-by-${code}`,
      zh: `技术合同成交额：按${zh}`,
      en: `Turnover by: ${en}`,
      json: `${BASE}/turnover/${code}.json`,
      csv: `${BASE}/turnover/${code}.csv`,
    }),
  ),
  releases: {
    list: `${BASE}/releases`,
    one: `${BASE}/releases/{number}`,
    zh: '每项登记合同一份 OCDS 形式的发布；当事人登录后可见更多内容。',
    en: 'One OCDS-style release per registered contract; parties who log in read more of it.',
  },
})

export const presentSeries = (by: string, view: TurnoverView, rows: OpenSeriesRow[]): OpenSeries => ({
  id: `turnover-by-${by}`,
  view,
  columns: COLUMNS,
  rows,
})

export const seriesCells = (rows: readonly OpenSeriesRow[]) =>
  rows.map((row) => [
    row.year,
    row.code,
    row.nameZh,
    row.nameEn,
    row.withheld,
    row.contractCount,
    row.contractAmountFen,
    row.technologyAmountFen,
  ])

const money = (fen: number) => ({ amount: fen / 100, currency: 'CNY' as const })

const STATUS = { valid: 'active', changed: 'active', cancelled: 'terminated', revoked: 'cancelled' } as const
const TAGS = {
  valid: 'contract',
  changed: 'contractAmendment',
  cancelled: 'contractTermination',
  revoked: 'contractTermination',
} as const

const party = (
  role: Release['parties'][number]['roles'][number],
  { id, nameZh }: { id: string | null; nameZh: string },
) => ({
  id: id ?? nameZh,
  name: nameZh,
  roles: [role],
})

/** What only parties, registry and authority read. */
const details = ({ versions }: ReleaseRecord) => {
  const content = versions.at(-1)?.content
  if (!content) return { parties: [], inner: {} }
  return {
    parties: [
      party('supplier', content.seller),
      party('buyer', content.buyer),
      party('administrativeEntity', content.agency),
    ],
    inner: {
      title: content.title,
      dateSigned: content.signedOn,
      period: { startDate: content.effectiveOn, endDate: content.endsOn },
      value: money(content.contractAmountFen),
      technologyValue: money(content.technologyAmountFen),
      amendments: versions.slice(1).map((version) => ({
        id: String(version.version),
        date: version.recordedAt.toISOString(),
        description: version.entry,
        rationale: version.reason,
        value: money(version.content.contractAmountFen),
        technologyValue: money(version.content.technologyAmountFen),
      })),
    },
  }
}

export const presentRelease = (record: ReleaseRecord): Release => {
  const { registration, entry, tier } = record
  const { number, version, status } = registration
  const standing = status ?? 'valid'
  const { parties, inner } = details(record)
  return {
    ocid: `ocds-market-${number}`,
    id: `${number}-${version}-${tier}`,
    date: `${entry.businessOn.slice(0, 7)}-01T00:00:00+08:00`,
    tag: [TAGS[standing]],
    language: 'zh',
    tier,
    parties,
    contracts: [
      {
        id: number,
        status: STATUS[standing],
        contractType: entry.fiveType,
        technicalField: entry.technicalField,
        planIndustry: entry.planIndustry,
        registeredMonth: entry.businessOn.slice(0, 7),
        ...inner,
      },
    ],
  }
}
