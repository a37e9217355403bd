import { type SearchDocument, TERM_GROUPS } from '@market/search'
import { sampleDocument } from '@market/search/testing'

const COMMON =
  '方法 系统 装置 制备 材料 技术 应用 结构 设备 工艺 检测 控制 处理 性能 温度 高效 改进 优化 数据 模型 环境 生产 表面 反应 溶液 压力 成本 质量 稳定性 强度'.split(
    ' ',
  )
const KINDS = ['granted_patent', 'patent_application', 'know_how', 'research_result'] as const
const INDUSTRIES = [
  'new_materials',
  'new_energy',
  'biomedicine',
  'food',
  'chemicals',
  'modern_agriculture',
] as const
const SYMBOLS = [
  'H01M 4/62',
  'C01B 32/18',
  'G06N 3/08',
  'A61K 36/00',
  'C02F 1/28',
  'B25J 9/16',
  'A01G 7/00',
  'C04B 28/00',
]
const OWNERS = 300

/** Numbers from 0 to 1 that look like chance and are the same in every run. */
const chance = (seed: number) => {
  let state = seed * 2_654_435_761 + 1
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0
    return state / 2 ** 32
  }
}

const zh = TERM_GROUPS.map((group) => group.zh[0] ?? '')
const en = TERM_GROUPS.map((group) => group.en[0] ?? '')

/** Few words stand in most texts and most words in few, as in any language. */
const pick = (words: readonly string[], next: () => number): number =>
  Math.floor(words.length * next() ** 2.2)

const sentence = (length: number, next: () => number): string =>
  Array.from({ length }, () =>
    next() < 0.5 ? (COMMON[pick(COMMON, next)] ?? '') : (zh[pick(zh, next)] ?? ''),
  ).join('')

const yearOf = (n: number): number => 2010 + (n % 15)

/** The number of the right in listing `n`, written with its check digit left out. */
export const numberOf = (n: number): string => `${yearOf(n)}1${String(n % 10_000_000).padStart(7, '0')}`

/** Listing `n` of a made market: two languages, a rare word of its own, words as common as 方法. */
export const madeListing = (n: number): SearchDocument => {
  const next = chance(n + 1)
  const subject = pick(zh, next)
  const word = COMMON[pick(COMMON, next)] ?? ''
  const rare = `K${(n % 20_000).toString(36)}x`
  return sampleDocument(n + 1, {
    kind: KINDS[n % KINDS.length] ?? 'know_how',
    titleZh: `一种${zh[subject]}${word}的${COMMON[pick(COMMON, next)]}方法 ${rare}`,
    titleEn: `Method for ${en[subject]} with ${en[pick(en, next)]}`,
    summaryZh: `${sentence(40, next)}，用于${sentence(10, next)}。`,
    summaryEn: `The ${en[subject]} of type ${rare} gives better ${en[pick(en, next)]} and ${en[pick(en, next)]} at lower cost.`,
    problemZh: sentence(25, next),
    advantageZh: sentence(25, next),
    ipcSymbols: [SYMBOLS[n % SYMBOLS.length] ?? '', SYMBOLS[(n * 7 + 3) % SYMBOLS.length] ?? ''],
    rightNumbers: [numberOf(n)],
    planIndustry: INDUSTRIES[n % INDUSTRIES.length] ?? null,
    maturityLevel: 1 + (n % 9),
    ownerId: `00000000-0000-7000-8000-${(n % OWNERS).toString().padStart(12, '0')}`,
    priceFen: n % 5 === 0 ? null : (1 + (n % 977)) * 1_000_000,
    publishedAt: new Date(Date.UTC(2024, 0, 1) + n * 60_000),
  })
}

export async function* madeListings(size: number): AsyncGenerator<SearchDocument> {
  for (let n = 0; n < size; n += 1) yield madeListing(n)
}

/** A term as it grows under the fingers: 石, 石墨, 石墨烯; every fourth is English, every fifth has a common word too. */
export const typedText = (index: number): string => {
  const at = (index * 37) % zh.length
  const whole =
    index % 4 === 3
      ? (en[at] ?? '')
      : index % 5 === 4
        ? `${zh[at]}${COMMON[index % COMMON.length]}`
        : (zh[at] ?? '')
  return whole.slice(0, Math.max(2, Math.ceil((whole.length * (1 + (index % 3))) / 3)))
}

/** Words that half the listings hold, and rarer ones. */
export const wholeText = (index: number): string =>
  index % 2 === 0
    ? (COMMON[index % COMMON.length] ?? '')
    : `${zh[(index * 13) % zh.length]} ${COMMON[index % 7]}`
