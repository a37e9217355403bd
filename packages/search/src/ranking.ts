/**
 * Everything that decides the order of results, each number with its reason. The score of a document is the
 * sum over the words of the query of
 *
 *     rarity of the word × how firmly the document is about it
 *
 * after BM25: the firmness grows with weight and number of the places a word stands in, soon levels off, and
 * counts for less in a long text.
 */

/** Place a word stands in → tsvector label. */
export const FIELD_LABELS = {
  title: 'A',
  number: 'A',
  summary: 'B',
  applications: 'C',
  problem: 'C',
  advantage: 'C',
  owner: 'D',
  ipc: 'D',
} as const

/**
 * Weights of the labels in the order PostgreSQL wants them: D, C, B, A.
 * A title names the subject, so one hit there outweighs any number in the body. The summary is where the authors
 * say what they have; problem, advantage and applications speak also of what it is not. Owner and IPC find
 * a listing, but say little of its subject.
 */
export const LABEL_WEIGHTS = [0.12, 0.3, 0.45, 1] as const

/** How fast more hits stop mattering: at this firmness a word has earned half of what it can. */
export const SATURATION = 0.55

/** How much a text longer than the average is held against it: 0 not at all, 1 in proportion. */
export const LENGTH_PENALTY = 0.6

/** An English stem is a little less sure than the word itself: "organ" is not "organization". */
export const STEM_WEIGHT = 0.9

/** The unfinished last word also stands for longer ones, but whoever typed it whole meant it. */
export const PREFIX_WEIGHT = 0.2

/**
 * Another name for a term, most often in the other language: who asks for 石墨烯 means graphene just as much, but
 * a listing in the reader's own words is the better answer.
 */
export const SYNONYM_WEIGHT = 0.7

/** A word put in place of a misspelt one. */
export const TYPO_WEIGHT = 0.6

/** A shorter word inside the Chinese word asked for: 锂电池 also means 电池, weakly. */
export const SUBWORD_WEIGHT = 0.4

/** Words written together that stand together count once more with their joint rarity: 量子点 is not 量子…点. */
export const ADJACENCY_WEIGHT = 0.8

/** Every word beats some words, and a registered number beats any word: tiers no sum of scores can bridge. */
export const TIER = 10_000
export const TIERS = { number: 2 * TIER, everyWord: TIER, someWords: 0 } as const

/** With fewer results than this, documents holding only some of the words are shown as well. */
export const RELAX_BELOW = 5

/**
 * Documents read in full to order them by relevance (some 20 µs each). A word that more hold orders the rest by date:
 * among thousands of its hits the best have it in their title, and those are looked at first.
 */
export const RANKED_AT_MOST = 500

/** While somebody types, a handful is shown and the next letter changes it: the best of fewer will do. */
const RANKED_WHILE_TYPING = 80

/**
 * Hits looked up to find the newest among them, for each of these steps. Where more hold a word, even finding out
 * which are the newest takes longer than anybody waits, and one of them is as good an answer as another.
 */
export const DATED_AT_MOST = 3000

/** Documents that hold only some of the words, counted before it is known how many words they share. */
const RELAXED_BUDGET = 1500

/** A query whose total nobody reads is being typed. */
type Reading = { count?: boolean }

export const rankedAtMost = ({ count }: Reading): number =>
  count === false ? RANKED_WHILE_TYPING : RANKED_AT_MOST

/** The same for a relaxed search. */
export const relaxedBudget = ({ count }: Reading): number =>
  count === false ? RANKED_WHILE_TYPING : RELAXED_BUDGET

/** Share of the query's rarity a document must hold to be shown in a relaxed search. */
export const RELAXED_COVERAGE = 0.2

/** The same for a listing like another: a whole text has more to say than a query, and nobody shares all of it. */
export const SIMILAR_COVERAGE = 0.08

/** Rarity of a word found in `holding` of `total` documents; never negative, so a common word does no harm. */
export const rarity = (holding: number, total: number): number =>
  Math.log(1 + (Math.max(total, holding) - holding + 0.5) / (holding + 0.5))

/** Weight of a place by its tsvector label. */
export const weightOfLabel = (label: 'A' | 'B' | 'C' | 'D'): number => {
  const [d, c, b, a] = LABEL_WEIGHTS
  return { A: a, B: b, C: c, D: d }[label]
}
