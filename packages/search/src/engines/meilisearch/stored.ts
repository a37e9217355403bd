import type { SearchDocument } from '../../document.ts'
import { facetValues } from '../../facet-values.ts'
import { pinyinOf } from '../../text/pinyin.ts'
import { segment } from '../../text/segment.ts'
import { toSimplified } from '../../text/simplify.ts'

/** The title as typed in Latin letters, from each of its words on: the server looks for beginnings only. */
const pinyinTitle = (title: string): string[] => {
  const words = segment(title).map((word) => pinyinOf(word.text))
  const from = (at: number, form: 'full' | 'initials'): string =>
    words
      .slice(at)
      .map((word) => word?.[form] ?? '')
      .join('')
      .slice(0, 40)
  const typed = words.flatMap((word, at) => (word ? [from(at, 'full'), from(at, 'initials')] : []))
  return [...new Set(typed)].filter((text) => text.length > 1)
}

/** What the server is given: the document, and what can be worked out of it but not by the server. */
export const storedDocument = (document: SearchDocument) => {
  const { year, ipcClass, ipc, priceBand } = facetValues(document)
  return {
    ...document,
    year: year[0],
    ipcClass,
    ipc,
    priceBand: priceBand[0],
    titlePinyin: pinyinTitle(toSimplified(document.titleZh)),
  }
}
