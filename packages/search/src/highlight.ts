import type { Locale } from '@market/domain'
import type { SearchDocument } from './document.ts'
import { FRAGMENT_FIELDS, type Fragment, type FragmentField, type SearchHit, type Segment } from './engine.ts'
import { fold } from './text/fold.ts'
import { cutRemembered, pickWords, type Word } from './text/segment.ts'
import { lexemeOf } from './text/stem.ts'

export interface Matches {
  /** Whether a folded text may hold a hit at all; most do not, and are spared being cut into words. */
  mayHit(folded: string): boolean
  /** The query hit this word. */
  single(word: string): boolean
  /** Words it hit where they stand together, such as the other name of a term. */
  together: readonly (readonly string[])[]
}

type TextField = `${'title' | FragmentField}${'Zh' | 'En'}`
const fieldOf = (field: 'title' | FragmentField, locale: Locale): TextField =>
  `${field}${locale === 'en' ? 'En' : 'Zh'}`

const otherLocale = (locale: Locale): Locale => (locale === 'en' ? 'zh-CN' : 'en')

/** Joins neighbours that say the same, so that a word marked by its parts is one segment. */
const merge = (segments: readonly Segment[]): Segment[] => {
  const merged: Segment[] = []
  for (const segment of segments) {
    const last = merged.at(-1)
    if (last && last.marked === segment.marked) last.text += segment.text
    else if (segment.text !== '') merged.push({ ...segment })
  }
  return merged
}

const sameWord = (word: string, asked: string): boolean => lexemeOf(word) === lexemeOf(asked)

/** Words inside longer ones count, as in the index: 锂离子电池 is hit in 锂离子电池组, which is cut into 锂离子 and 电池组. */
const hitTogether = (words: readonly Word[], asked: readonly string[]): Word[] =>
  words.flatMap((first, i) => {
    if (!sameWord(first.text, asked[0] ?? '')) return []
    const run = asked.map((part, offset) =>
      words
        .slice(i)
        .find(({ text, position }) => position === first.position + offset && sameWord(text, part)),
    )
    const found = run.filter((word) => word !== undefined)
    return found.length === asked.length ? found : []
  })

const hitsIn = (folded: string, { mayHit, single, together }: Matches): Word[] => {
  const parts = new Set(together.flat().map(lexemeOf))
  const words = pickWords(
    folded,
    (run) => (mayHit(run) ? cutRemembered(run) : null),
    (word) => single(word) || (parts.size > 0 && parts.has(lexemeOf(word))),
  )
  const hits = words.filter((word) => single(word.text))
  for (const asked of together) hits.push(...hitTogether(words, asked))
  return hits.sort((a, b) => a.start - b.start)
}

/** The whole text, with the words the query hit marked. */
export const mark = (text: string, matches: Matches): Segment[] => {
  const folded = fold(text)
  if (!matches.mayHit(folded)) return text === '' ? [] : [{ text, marked: false }]
  const segments: Segment[] = []
  let at = 0
  for (const { start, end } of hitsIn(folded, matches)) {
    segments.push({ text: text.slice(at, Math.max(at, start)), marked: false })
    segments.push({ text: text.slice(Math.max(at, start), Math.max(at, end)), marked: true })
    at = Math.max(at, end)
  }
  return merge([...segments, { text: text.slice(at), marked: false }])
}

const lengthOf = (segments: readonly Segment[]): number =>
  segments.reduce((sum, { text }) => sum + text.length, 0)

/** How many marked characters lie in a window of the text. */
const markedWithin = (segments: readonly Segment[], from: number, to: number): number => {
  let at = 0
  let sum = 0
  for (const { text, marked } of segments) {
    if (marked) sum += Math.max(0, Math.min(to, at + text.length) - Math.max(from, at))
    at += text.length
  }
  return sum
}

const slice = (segments: readonly Segment[], from: number, to: number): Segment[] => {
  let at = 0
  return segments.flatMap(({ text, marked }) => {
    const start = at
    at += text.length
    const piece = text.slice(Math.max(0, from - start), Math.max(0, to - start))
    return piece === '' ? [] : [{ text: piece, marked }]
  })
}

const FRAGMENT_LENGTH: Record<Locale, number> = { 'zh-CN': 100, en: 220 }
const LEAD = 0.25

/** Keeps whole English words at a cut; Chinese has no spaces to look for. */
const wordStart = (text: string, at: number): number => {
  const space = text.indexOf(' ', at)
  return at > 0 && space >= 0 && space - at < 20 ? space + 1 : at
}

const startsOf = (segments: readonly Segment[]): number[] => {
  let at = 0
  return segments.flatMap(({ text, marked }) => {
    const start = at
    at += text.length
    return marked ? [start] : []
  })
}

/** The window of a text that holds most of what was marked, with an ellipsis where it was cut. */
export const excerpt = (segments: readonly Segment[], locale: Locale): Segment[] => {
  const length = FRAGMENT_LENGTH[locale]
  const total = lengthOf(segments)
  if (total <= length) return [...segments]
  const text = segments.map((segment) => segment.text).join('')
  const windows = [0, ...startsOf(segments)].map((start) => {
    const from = wordStart(text, Math.max(0, Math.min(start - Math.floor(length * LEAD), total - length)))
    return { from, to: from + length, marked: markedWithin(segments, from, from + length) }
  })
  const best = windows.reduce((a, b) => (b.marked > a.marked ? b : a))
  const piece = slice(segments, best.from, best.to)
  const ellipsis = { text: '…', marked: false }
  return merge([...(best.from > 0 ? [ellipsis] : []), ...piece, ...(best.to < total ? [ellipsis] : [])])
}

const MOST_FRAGMENTS = 2

/** The first few that are wanted; what comes after them is not even made. */
const firstOf = <Item>(items: Iterable<Item>, most: number, wanted: (item: Item) => boolean): Item[] => {
  const found: Item[] = []
  for (const item of items) {
    if (wanted(item)) found.push(item)
    if (found.length === most) break
  }
  return found
}

/** Given how a field is marked (by us or by the engine), chooses what to show under a title. */
export const chooseFragments = (
  locale: Locale,
  markedText: (field: FragmentField, locale: Locale) => Segment[],
): Fragment[] => {
  function* fragmentsIn(language: Locale): Generator<Fragment> {
    for (const field of FRAGMENT_FIELDS) {
      const segments = excerpt(markedText(field, language), language)
      if (segments.length > 0) yield { field, locale: language, segments }
    }
  }
  const isHit = ({ segments }: Fragment): boolean => segments.some(({ marked }) => marked)
  const hit = firstOf(fragmentsIn(locale), MOST_FRAGMENTS, isHit)
  if (hit.length > 0) return hit
  // Found through the other language: say where, after the text the reader asked for.
  return [
    ...firstOf(fragmentsIn(locale), 1, () => true),
    ...firstOf(fragmentsIn(otherLocale(locale)), 1, isHit),
  ]
}

/** A hit in the reader's language; a title that was never translated is shown as it is. */
export const presentHit = (
  document: SearchDocument,
  locale: Locale,
  markField: (field: TextField) => Segment[],
  withFragments = true,
): SearchHit => {
  const titleField = fieldOf(
    'title',
    document[fieldOf('title', locale)] === '' ? otherLocale(locale) : locale,
  )
  return {
    id: document.id,
    document,
    title: markField(titleField),
    fragments: withFragments
      ? chooseFragments(locale, (field, language) => markField(fieldOf(field, language)))
      : [],
  }
}
