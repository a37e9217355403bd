import type { Sheet } from '@market/adapters/tables'
import type { Locale } from '@market/domain'
import type { FieldChartName, FieldMap } from '@market/services/discovery'

const WORDS: Record<
  Locale,
  Record<FieldChartName | 'code' | 'name' | 'count' | 'rest' | 'search' | 'total', string>
> = {
  'zh-CN': {
    filedYear: '申请年份',
    year: '发布年份',
    ownerId: '机构',
    ipcClass: '国际分类',
    maturityLevel: '成熟度',
    transferModes: '转化方式',
    planIndustry: '规划产业',
    technicalField: '技术领域',
    regionCode: '地区',
    code: '代码',
    name: '名称',
    count: '成果数',
    rest: '其余',
    search: '检索词',
    total: '成果总数',
  },
  en: {
    filedYear: 'Filed',
    year: 'Published',
    ownerId: 'Organizations',
    ipcClass: 'IPC',
    maturityLevel: 'Maturity',
    transferModes: 'Transfer modes',
    planIndustry: 'Plan industries',
    technicalField: 'Technical fields',
    regionCode: 'Regions',
    code: 'Code',
    name: 'Name',
    count: 'Listings',
    rest: 'Others',
    search: 'Search',
    total: 'Listings in all',
  },
}

/** A sheet per chart; the first says what was searched for. */
export const fieldMapSheets = (map: FieldMap, text: string, locale: Locale): Sheet[] => {
  const words = WORDS[locale]
  const first: Sheet = {
    name: words.search,
    rows: [
      [words.search, words.total],
      [text, map.total],
    ],
  }
  const charts = map.charts.map(({ name, items, rest }): Sheet => {
    const rows = items.map((item) => [item.value, locale === 'en' ? item.nameEn : item.nameZh, item.count])
    const others = rest.values > 0 ? [['', words.rest, rest.count]] : []
    return { name: words[name], rows: [[words.code, words.name, words.count], ...rows, ...others] }
  })
  return [first, ...charts]
}
