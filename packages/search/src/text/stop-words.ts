// Words that stand in nearly every listing. They are indexed (a phrase may hold them) but a query does not ask
// for them while it says anything else.
const ENGLISH =
  'a an and are as at be by for from has have in into is it its of on or that the their this to was were which with'
const CHINESE =
  '的 了 和 与 及 或 在 对 是 为 以 于 中 其 该 等 并 由 将 被 所 之 从 上 下 一种 一个 及其 以及 用于 基于 ' +
  '不 没 没有 无 有 也 都 就 我 我们 什么 怎么 如何 哪些 吗'

export const STOP_WORDS: ReadonlySet<string> = new Set(`${ENGLISH} ${CHINESE}`.split(' '))

export const isStopWord = (word: string): boolean => STOP_WORDS.has(word)
