import type { FieldProblem } from '../index.ts'

/** Longest texts, in characters; English needs about twice the room. The wire, the forms and the database read this. */
export const LISTING_LIMITS = {
  texts: {
    titleZh: 100,
    titleEn: 200,
    summaryZh: 1500,
    summaryEn: 3000,
    problemZh: 1500,
    problemEn: 3000,
    advantageZh: 1500,
    advantageEn: 3000,
    applicationsZh: 1500,
    applicationsEn: 3000,
    leadingSolutionZh: 200,
    leadingSolutionEn: 400,
    maturityEvidenceZh: 1000,
    maturityEvidenceEn: 2000,
  },
  comparisonRows: 12,
  comparison: { aspectZh: 60, aspectEn: 120, unit: 30, ours: 120, leading: 120, source: 300 },
  attachments: 20,
  alt: { zh: 200, en: 400 },
} as const

type LimitedText = keyof typeof LISTING_LIMITS.texts

/** Texts that are too long, by `field.too_long` with `maximum` and `length`. */
export const textLimitProblems = (content: Record<LimitedText, string>): FieldProblem[] =>
  (Object.keys(LISTING_LIMITS.texts) as LimitedText[]).flatMap((path) => {
    const maximum = LISTING_LIMITS.texts[path]
    const { length } = content[path]
    return length > maximum ? [{ path, code: 'field.too_long', params: { maximum, length } }] : []
  })
