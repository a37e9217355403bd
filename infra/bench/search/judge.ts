const SHOWN = 10
const DEEPEST = 100

export interface Judged {
  ndcg: number
  mrr: number
  recall: number
}

const discounted = (gains: readonly number[]): number =>
  gains.slice(0, SHOWN).reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0)

const judgeOne = (ranked: readonly string[], relevant: ReadonlyMap<string, number>): Judged => {
  const gains = ranked.map((id) => relevant.get(id) ?? 0)
  const ideal = discounted([...relevant.values()].sort((a, b) => b - a))
  const first = gains.findIndex((gain) => gain > 0)
  const wanted = [...relevant.values()].filter((gain) => gain > 0).length
  const found = gains.slice(0, DEEPEST).filter((gain) => gain > 0).length
  return {
    ndcg: ideal === 0 ? 0 : discounted(gains) / ideal,
    mrr: first < 0 ? 0 : 1 / (first + 1),
    recall: wanted === 0 ? 0 : found / wanted,
  }
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1)

/** Means over the queries of nDCG@10 (gain linear in the judgement), reciprocal rank and recall@100. */
export const judge = (
  ranked: ReadonlyMap<string, readonly string[]>,
  judgements: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Judged => {
  const each = [...ranked].map(([query, ids]) => judgeOne(ids, judgements.get(query) ?? new Map()))
  return {
    ndcg: meanOf(each.map(({ ndcg }) => ndcg)),
    mrr: meanOf(each.map(({ mrr }) => mrr)),
    recall: meanOf(each.map(({ recall }) => recall)),
  }
}

export const line = (name: string, { ndcg, mrr, recall }: Judged, milliseconds: number): void => {
  const figures = [ndcg, mrr].map((value) => value.toFixed(4).padStart(8)).join('')
  console.log(
    `${name.padEnd(34)}${figures}  ${recall.toFixed(4).padStart(10)} ${milliseconds.toFixed(1).padStart(10)}`,
  )
}
