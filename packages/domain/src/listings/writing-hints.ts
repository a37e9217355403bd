import type { ListingContent } from './listing-problems.ts'

/** Advice on the writing; nothing is refused for it. The catalogue has the words for each code. */
export interface WritingHint {
  path: string
  code: string
  params?: Record<string, string | number>
}

type Text = Pick<ListingContent, TextName>
type TextName = `${(typeof PROSE)[number]}${'Zh' | 'En'}`
const PROSE = ['summary', 'problem', 'advantage', 'applications', 'maturityEvidence'] as const

/** Words that claim without telling anything; reviewers return texts for them. */
const PRAISE = {
  Zh: [
    '国际领先',
    '国际先进',
    '国内领先',
    '世界领先',
    '世界一流',
    '填补空白',
    '填补国内空白',
    '国内首创',
    '颠覆性',
    '革命性',
    '前景广阔',
    '意义重大',
  ],
  En: [
    'world-leading',
    'world leading',
    'world-class',
    'revolutionary',
    'groundbreaking',
    'cutting-edge',
    'state-of-the-art',
    'unparalleled',
    'disruptive',
    'great significance',
  ],
} as const

/** The language of claims, which nobody but an attorney reads with ease. */
const CLAIM_LANGUAGE = {
  Zh: ['其特征在于', '权利要求', '所述的', '优选地'],
  En: ['characterized in that', 'wherein', 'said method', 'said device', 'embodiment'],
} as const

/** Abbreviations that need no explanation. */
const KNOWN = new Set([
  'PDF',
  'LED',
  'LCD',
  'USB',
  'GPS',
  'DNA',
  'RNA',
  'PCR',
  'CAD',
  'CNC',
  'PLC',
  'ISO',
  'PVC',
  'CPU',
  'GPU',
  'LNG',
  'TRL',
  'IPC',
  'COD',
  'BOD',
])
const ABBREVIATION = /(?<![A-Za-z0-9(（-])[A-Z]{3,6}(?![A-Za-z0-9)）-])/g

const SHORT = { summary: 40, problem: 25, advantage: 25, applications: 15, maturityEvidence: 20 } as const
const LONG_SENTENCE = { Zh: 90, En: 40 } as const

const lengthOf = (text: string, language: 'Zh' | 'En'): number =>
  language === 'Zh' ? text.length : Math.round(text.length / 2)

const longestSentence = (text: string, language: 'Zh' | 'En'): number => {
  const sentences = text.split(language === 'Zh' ? /[。！？；\n]/ : /[.!?;]\s|\n/)
  const sizes = sentences.map((one) =>
    language === 'Zh' ? one.length : one.split(/\s+/).filter(Boolean).length,
  )
  return Math.max(0, ...sizes)
}

/** Abbreviations that are nowhere put into words: neither '甲 (ABC)' nor 'ABC (甲)'. */
const unexplained = (text: string): string[] => {
  const found = [...new Set(text.match(ABBREVIATION) ?? [])]
  return found.filter(
    (word) => !KNOWN.has(word) && !new RegExp(`${word}\\s*[(（]|[(（][^)）]*${word}`).test(text),
  )
}

const containing = (text: string, words: readonly string[]): string[] => {
  const low = text.toLowerCase()
  return words.filter((word) => low.includes(word))
}

const hintsOf = (content: Text, name: (typeof PROSE)[number], language: 'Zh' | 'En'): WritingHint[] => {
  const path: TextName = `${name}${language}`
  const text = content[path].trim()
  if (text === '') return []
  const hints: WritingHint[] = []
  const say = (code: string, params?: WritingHint['params']) =>
    hints.push({ path, code, ...(params ? { params } : {}) })
  if (lengthOf(text, language) < SHORT[name]) say('hint.too_short', { length: text.length })
  if (name === 'advantage' && !/\d|[一二三四五六七八九两]([成倍]|分之)/.test(text)) say('hint.no_figures')
  const praise = containing(text, PRAISE[language])
  if (praise.length > 0) say('hint.praise', { words: praise.join(language === 'Zh' ? '、' : ', ') })
  const claims = containing(text, CLAIM_LANGUAGE[language])
  if (claims.length > 0) say('hint.claim_language', { words: claims.join(language === 'Zh' ? '、' : ', ') })
  const jargon = unexplained(text)
  if (jargon.length > 0) say('hint.abbreviation', { words: jargon.join(language === 'Zh' ? '、' : ', ') })
  const longest = longestSentence(text, language)
  if (longest > LONG_SENTENCE[language]) say('hint.long_sentence', { length: longest })
  if (language === 'En' && /[\u4e00-\u9fff]{4,}/.test(text)) say('hint.not_translated')
  return hints
}

/** How the text could be plainer, field by field, in both languages. */
export const writingHints = (content: Text): WritingHint[] =>
  PROSE.flatMap((name) => [...hintsOf(content, name, 'Zh'), ...hintsOf(content, name, 'En')])
