import type { PdfContent, PdfDefinition } from '@market/adapters/documents'
import type { Sheet } from '@market/adapters/tables'
import type { Assessment } from '@market/contracts/indicators'
import { formatFen, formatYuanInTable, type Locale, shanghaiMinuteOf } from '@market/domain'

const WORDS = {
  'zh-CN': {
    kinds: { yearly: '年度检查报告', midterm: '中期评估报告', final: '终期评估报告' },
    states: { met: '已达目标', on_path: '进度正常', behind: '滞后', no_data: '暂无数据' },
    indicators: '指标完成情况',
    turnover: '技术合同成交额',
    columns: ['指标', '单位', '基期', '本年应达', '目标', '实际', '数据年度', '状态', '来源'],
    amounts: ['年度', '合同项数', '成交额（元）', '技术交易额（元）', '规划进度（元）'],
    breakdown: ['代码', '名称', '合同项数', '成交额（元）', '占比'],
    by: { type: '按合同类型', field: '按技术领域', planIndustry: '按规划产业' },
    computed: '平台计算',
    withheld: '未公开',
    asOf: (at: string) => `数据截至 ${at}（北京时间）。`,
    sample: '示例规划，数据为演示而虚构。',
  },
  en: {
    kinds: { yearly: 'Yearly check', midterm: 'Mid-term assessment', final: 'Final assessment' },
    states: { met: 'Target met', on_path: 'On the path', behind: 'Behind', no_data: 'No data' },
    indicators: 'Indicators',
    turnover: 'Technology contract turnover',
    columns: ['Indicator', 'Unit', 'Baseline', 'Aim', 'Target', 'Actual', 'Year', 'State', 'Source'],
    amounts: ['Year', 'Contracts', 'Contract amount (yuan)', 'Technology amount (yuan)', 'Path (yuan)'],
    breakdown: ['Code', 'Name', 'Contracts', 'Contract amount (yuan)', 'Share'],
    by: { type: 'By contract type', field: 'By technical field', planIndustry: 'By plan industry' },
    computed: 'computed here',
    withheld: 'withheld',
    asOf: (at: string) => `As of ${at} (Beijing time).`,
    sample: 'A sample plan; its data are invented.',
  },
} as const

const inLocale = (locale: Locale, zh: string, en: string): string => (locale === 'en' ? en || zh : zh)

const titleOf = ({ plan, kind, year }: Assessment, locale: Locale): string =>
  `${inLocale(locale, plan.nameZh, plan.nameEn)} ${WORDS[locale].kinds[kind]} ${year}`

type Indicator = Assessment['indicators'][number]

/** Turnover travels in fen and is read in yuan; everything else is in its own unit. */
const quantity = ({ computation }: Indicator, value: string | null, locale: Locale): string => {
  if (value === null) return '–'
  return computation === 'turnover' ? formatFen(Number(value), 'wan', locale) : value
}

const indicatorCells = (one: Indicator, locale: Locale): string[] => [
  inLocale(locale, one.nameZh, one.nameEn),
  inLocale(locale, one.unitZh, one.unitEn),
  one.baselineText || '–',
  quantity(one, one.aim, locale),
  quantity(one, one.targetValue, locale),
  quantity(one, one.value?.value ?? null, locale),
  one.value ? String(one.value.year) : '–',
  WORDS[locale].states[one.state],
  one.value ? (one.value.source ?? WORDS[locale].computed) : '–',
]

/** Points on a landscape page; what is said of an indicator in words needs more room than its numbers. */
const INDICATOR_WIDTHS = ['*', 44, 130, 62, 62, 62, 44, 56, 92]

const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly (string | number)[] = head.map((_, column) => (column === 0 ? '*' : 'auto')),
): PdfContent => ({
  layout: 'lightHorizontalLines',
  table: {
    headerRows: 1,
    widths: [...widths],
    body: [
      head.map((text) => ({ text, style: 'head' })),
      ...rows.map((row) => row.map((text) => ({ text, style: 'cell' }))),
    ],
  },
})

const yearCells = (year: Assessment['turnover']['years'][number], locale: Locale): string[] => {
  const amount = (fen: number | null) => (fen === null ? WORDS[locale].withheld : formatYuanInTable(fen))
  return [
    String(year.year),
    year.contractCount === null ? WORDS[locale].withheld : String(year.contractCount),
    amount(year.contractAmountFen),
    amount(year.technologyAmountFen),
    year.pathFen === null ? '–' : formatYuanInTable(year.pathFen),
  ]
}

const sumUp = ({ counts }: Assessment, locale: Locale): string =>
  Object.entries(WORDS[locale].states)
    .map(([state, word]) => `${word} ${counts[state as keyof typeof counts] ?? 0}`)
    .join(locale === 'en' ? ', ' : '，')

const begunYears = ({ turnover, year }: Assessment) =>
  turnover.years.filter((one) => one.begun && one.year <= year)

/** The report on paper. */
export const assessmentDocument = (assessment: Assessment, locale: Locale): PdfDefinition => {
  const words = WORDS[locale]
  const title = titleOf(assessment, locale)
  const asOf = words.asOf(shanghaiMinuteOf(new Date(assessment.computedAt)))
  return {
    title,
    at: new Date(assessment.computedAt),
    language: locale,
    landscape: true,
    footer: assessment.plan.sample ? `${asOf} ${words.sample}` : asOf,
    content: [
      { text: title, style: 'title' },
      { text: sumUp(assessment, locale), style: 'subtitle' },
      { text: words.indicators, style: 'heading' },
      table(
        words.columns,
        assessment.indicators.map((one) => indicatorCells(one, locale)),
        INDICATOR_WIDTHS,
      ),
      { text: words.turnover, style: 'heading' },
      table(
        words.amounts,
        begunYears(assessment).map((year) => yearCells(year, locale)),
      ),
      ...assessment.turnover.breakdowns.flatMap(({ by, items }) => [
        { text: `${words.turnover} ${assessment.turnover.year}: ${words.by[by]}`, style: 'heading' },
        table(
          words.breakdown,
          items.filter(({ contractCount }) => contractCount !== 0).map((item) => itemCells(item, locale)),
        ),
      ]),
    ],
  }
}

type Item = Assessment['turnover']['breakdowns'][number]['items'][number]

const itemCells = (item: Item, locale: Locale): string[] => [
  item.code,
  inLocale(locale, item.nameZh, item.nameEn),
  item.contractCount === null ? WORDS[locale].withheld : String(item.contractCount),
  item.contractAmountFen === null ? WORDS[locale].withheld : formatYuanInTable(item.contractAmountFen),
  item.share === null ? '–' : `${(item.share * 100).toFixed(1)} %`,
]

const inYuan = (fen: number | null) => (fen === null ? null : fen / 100)

/** The same as sheets of a workbook, numbers as numbers. */
export const assessmentSheets = (assessment: Assessment, locale: Locale): Sheet[] => {
  const words = WORDS[locale]
  return [
    {
      name: words.indicators,
      rows: [[...words.columns], ...assessment.indicators.map((one) => indicatorCells(one, locale))],
    },
    {
      name: words.turnover,
      rows: [
        [...words.amounts],
        ...begunYears(assessment).map((one) => [
          one.year,
          one.contractCount,
          inYuan(one.contractAmountFen),
          inYuan(one.technologyAmountFen),
          inYuan(one.pathFen),
        ]),
      ],
    },
    ...assessment.turnover.breakdowns.map(({ by, items }) => ({
      name: words.by[by],
      rows: [
        [...words.breakdown],
        ...items.map((item) => [
          item.code,
          inLocale(locale, item.nameZh, item.nameEn),
          item.contractCount,
          inYuan(item.contractAmountFen),
          item.share,
        ]),
      ],
    })),
  ]
}
