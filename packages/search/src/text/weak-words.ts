import { isStopWord } from './stop-words.ts'

const read = (words: string): ReadonlySet<string> => new Set(words.split(' '))

// Of measure and degree: they stand in any goal ("less than two minutes").
const MEASURES = read(
  'one two three four five six seven eight nine ten dozen hundred thousand first second less more than most least ' +
    'per under over above below within without between up down low high time real year years month months week weeks ' +
    'day days hour hours minute minutes can may must not no only also each other ' +
    '以下 以上 以内 不足 小于 大于 低于 高于 达到 超过 左右 一年 两年 三年 一天 两天 三天 十分 十分钟 分钟 小时 实时 给出 可以 没有',
)

// Of form: any title says that it is a method, a device or a system, any summary that something is made and used.
const FORMS = read(
  'method methods system systems device devices apparatus process processes technology technologies technique ' +
    'techniques new novel improved based using use used uses make makes made give gives given keep keeps kept take ' +
    'takes provide provides provided comprising thereof wherein when where while then they them but so all any both long short top full half same such ' +
    '方法 系统 装置 设备 技术 研究 研制 应用 使用 利用 采用 制备 生产 设计 结构 新型 改进 改进型 实现 提高 具有 进行 相关 有效 建立',
)

/** Nobody asks for it. */
export const isMeasure = (word: string): boolean => isStopWord(word) || MEASURES.has(word)

/** Says nothing of the subject of a text, however rare it is in a market of a few listings or of the other language. */
export const isWeakWord = (word: string): boolean => isMeasure(word) || FORMS.has(word)
