import { segmentForIndex } from './segment.ts'
import { isStopWord } from './stop-words.ts'

const SHORTEST = 2

// Words of measure and degree: they stand in any goal ("less than two minutes") and say nothing of its subject.
const MEASURES = new Set(
  (
    'one two three four five six seven eight nine ten dozen hundred thousand first second less more than most least ' +
    'per under over above below within without between up down low high time real year years month months week weeks ' +
    'day days hour hours minute minutes can may must not no only also each other ' +
    '以下 以上 以内 不足 小于 大于 低于 高于 达到 超过 左右 一年 两年 三年 一天 两天 三天 十分 十分钟 分钟 小时 实时 给出 可以 没有'
  ).split(' '),
)

const carries = (word: string): boolean =>
  word.length >= SHORTEST && !isStopWord(word) && !MEASURES.has(word) && !/^[\d\s]+$/.test(word)

/** The different words that say what texts are about, for comparing two records; Chinese and English alike. */
export const matchTerms = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => segmentForIndex(text).map((word) => word.text)).filter(carries)),
]
