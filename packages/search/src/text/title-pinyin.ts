import { pinyinOf } from './pinyin.ts'
import { segment } from './segment.ts'

/** Words of a title somebody types in one go. */
const LONGEST_RUN = 4

/** How the words of a title are typed in Latin letters, each by itself and with those that follow: shimoxi, smxldc. */
export const titlePinyin = (title: string): string[] => {
  const words = segment(title).map(({ text }) => pinyinOf(text))
  const typed = new Set<string>()
  for (const from of words.keys()) {
    let [full, initials] = ['', '']
    for (const word of words.slice(from, from + LONGEST_RUN)) {
      if (!word) break
      full += word.full
      initials += word.initials
      typed.add(full).add(initials)
    }
  }
  return [...typed]
}
