import type { ListingContent } from './listing-problems.ts'

/** What the text alone does not tell. */
export interface CompletenessExtras {
  pictures: number
  documents: number
  hasContact: boolean
}

export interface CompletenessGap {
  code: string
  /** The field to go to. */
  path: string
  /** Points of a hundred still to be had here. */
  points: number
}

export interface Completeness {
  /** 0 to 100. */
  score: number
  /** What to add next, what brings most first. */
  missing: CompletenessGap[]
}

interface Measure {
  code: string
  path: string
  weight: number
  /** 0 to 1. */
  share(content: ListingContent, extras: CompletenessExtras): number
}

const isWritten = (text: string): boolean => text.trim() !== ''
const yes = (holds: boolean): number => (holds ? 1 : 0)
/** Chinese says in one character what takes English about two. */
const fullness = (zh: string, en: string, characters: number): number =>
  Math.min(1, Math.max(zh.trim().length, en.trim().length / 2) / characters)

/** A figure that stands for something: digits with a unit, a percentage, or a multiple. */
const hasFigure = (text: string): boolean =>
  /\d\s*(%|％|[a-zA-Zμ℃°]|[\u4e00-\u9fff])|[一二三四五六七八九十两]倍|[一二三四五六七八九]成/.test(text)

const ENGLISH = ['problemEn', 'advantageEn', 'applicationsEn', 'maturityEvidenceEn'] as const
const ROWS_WANTED = 3

/**
 * Weights sum to 100, and each is what the part is worth to a buyer who decides whether to ask: what it does and does
 * better (39), how that is proven (31), whether it can be had and from whom (18), whether it is found and read (12).
 */
const MEASURES: readonly Measure[] = [
  // Engineers ask first what it does and then what it replaces; the comparison is what their management asks for.
  { code: 'summary', path: 'summaryZh', weight: 8, share: (c) => fullness(c.summaryZh, c.summaryEn, 60) },
  { code: 'problem', path: 'problemZh', weight: 6, share: (c) => fullness(c.problemZh, c.problemEn, 40) },
  {
    code: 'advantage',
    path: 'advantageZh',
    weight: 6,
    share: (c) => fullness(c.advantageZh, c.advantageEn, 40),
  },
  {
    code: 'figures',
    path: 'advantageZh',
    weight: 5,
    share: (c) => yes(hasFigure(`${c.advantageZh} ${c.advantageEn}`)),
  },
  {
    code: 'comparison',
    path: 'comparison',
    weight: 14,
    share: (c) => Math.min(1, c.comparison.length / ROWS_WANTED),
  },
  // Claims without proof are the commonest reason for declining; a picture shows that the thing exists.
  {
    code: 'evidence',
    path: 'maturityEvidenceZh',
    weight: 8,
    share: (c) => fullness(c.maturityEvidenceZh, c.maturityEvidenceEn, 40),
  },
  { code: 'maturity', path: 'maturityLevel', weight: 5, share: (c) => yes(c.maturityLevel !== null) },
  {
    code: 'comparison_sources',
    path: 'comparison',
    weight: 4,
    share: ({ comparison }) =>
      comparison.length === 0
        ? 0
        : comparison.filter(({ source }) => isWritten(source)).length / comparison.length,
  },
  { code: 'picture', path: 'attachment.file', weight: 9, share: (_, { pictures }) => yes(pictures > 0) },
  { code: 'document', path: 'attachment.file', weight: 5, share: (_, { documents }) => yes(documents > 0) },
  // Whoever cannot see the price, the ways of transfer, the rights and a name to call asks elsewhere first.
  {
    code: 'price',
    path: 'priceMode',
    weight: 5,
    share: (c) => (c.priceMode === null ? 0 : c.priceFen === null ? 0.4 : 1),
  },
  { code: 'modes', path: 'transferModes', weight: 3, share: (c) => yes(c.transferModes.length > 0) },
  {
    code: 'rights',
    path: 'rights',
    weight: 5,
    share: ({ rights, kind }) =>
      rights.length === 0
        ? yes(kind === 'know_how' || kind === 'research_result')
        : rights.filter((right) => right.inventorNames.length > 0 && right.ownerNames.length > 0).length /
          rights.length,
  },
  { code: 'contact', path: 'contactId', weight: 5, share: (_, { hasContact }) => yes(hasContact) },
  // Found by class and industry, and read by those who do not read the other language.
  {
    code: 'classification',
    path: 'ipcSymbols',
    weight: 3,
    share: (c) =>
      (yes(c.ipcSymbols.length > 0) + yes(c.industryClass !== null) + yes(c.planIndustry !== null)) / 3,
  },
  {
    code: 'applications',
    path: 'applicationsZh',
    weight: 5,
    share: (c) => fullness(c.applicationsZh, c.applicationsEn, 30),
  },
  {
    code: 'english',
    path: 'problemEn',
    weight: 4,
    share: (c) => ENGLISH.filter((name) => isWritten(c[name])).length / ENGLISH.length,
  },
]

/** How much of what helps a buyer decide is there, and what to add next. */
export const completeness = (content: ListingContent, extras: CompletenessExtras): Completeness => {
  const open = MEASURES.map(({ code, path, weight, share }) => ({
    code,
    path,
    points: weight * (1 - share(content, extras)),
  }))
  const lost = open.reduce((sum, { points }) => sum + points, 0)
  const missing = open
    .map((gap) => ({ ...gap, points: Math.round(gap.points) }))
    .filter(({ points }) => points > 0)
    .toSorted((left, right) => right.points - left.points)
  return { score: Math.round(100 - lost), missing }
}

/** For the test that holds the table to its promise. */
export const completenessWeights = (): number[] => MEASURES.map(({ weight }) => weight)
