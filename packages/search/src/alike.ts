import { tellingAmong } from '@market/domain/discovery'
import type { SearchDocument } from './document.ts'
import type { SimilarHit, TextTerm } from './engine.ts'
import { rarity } from './ranking.ts'
import type { SourceWord } from './text/key-terms.ts'
import { segmentForIndex } from './text/segment.ts'

/** Words that stand for a source; more find nothing new, and cost. */
export const MOST_TERMS = 16
/** Source words whose rarity is looked up. */
export const MOST_CANDIDATES = 60
const MOST_SHARED = 6

/** The words that tell most of their source: firmly meant there, and rare elsewhere. */
export const tellingTerms = (
  words: readonly SourceWord[],
  holding: (word: string) => number,
  total: number,
  limit: number,
): TextTerm[] =>
  words
    .map(({ text, firmness }) => {
      const rare = rarity(holding(text), total)
      return { text, rarity: rare, weight: rare * firmness }
    })
    .sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1))
    .slice(0, limit)

const subclassesOf = (symbols: readonly string[]): string[] => [
  ...new Set(symbols.map((symbol) => symbol.replaceAll(/\s/g, '').slice(0, 4))),
]

const wordsIn = (document: SearchDocument): Set<string> =>
  new Set(
    [
      document.titleZh,
      document.titleEn,
      document.summaryZh,
      document.summaryEn,
      document.applicationsZh,
      document.applicationsEn,
      document.problemZh,
      document.problemEn,
      document.advantageZh,
      document.advantageEn,
    ].flatMap((text) => segmentForIndex(text).map((word) => word.text)),
  )

/** The words that make two listings alike, the rarest first. */
const reasonsAmong = (shared: readonly TextTerm[]): string[] =>
  tellingAmong(shared)
    .map(({ text }) => text)
    // 正极 adds nothing beside 正极材料.
    .filter((text, _, texts) => !texts.some((other) => other !== text && other.includes(text)))
    .slice(0, MOST_SHARED)

/** A found listing with the reasons why it is like its source. */
export const similarHit = (
  document: SearchDocument,
  terms: readonly TextTerm[],
  sourceSymbols: readonly string[],
): SimilarHit => {
  const held = wordsIn(document)
  const shared = terms.filter((term) => held.has(term.text))
  const whole = terms.reduce((sum, term) => sum + term.weight, 0)
  const own = new Set(subclassesOf(sourceSymbols))
  return {
    id: document.id,
    document,
    score: whole === 0 ? 0 : shared.reduce((sum, term) => sum + term.weight, 0) / whole,
    sharedTerms: reasonsAmong(shared),
    sharedIpc: subclassesOf(document.ipcSymbols).filter((symbol) => own.has(symbol)),
  }
}
