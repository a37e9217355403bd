/** Mistakes forgiven in a word of this length; a two-letter word has too many neighbours to guess from. */
const allowed = (length: number): number => (length < 3 ? 0 : length < 8 ? 1 : 2)

/** Edits between two words, a swap of neighbours counting as one (optimal string alignment); infinite beyond `most`. */
const editsBetween = (a: string, b: string, most: number): number => {
  if (a === b) return 0
  if (most === 0 || Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY
  let same = 0
  while (same < a.length && a[same] === b[same]) same += 1
  const after = (inA: number, inB: number): number =>
    1 + editsBetween(a.slice(same + inA), b.slice(same + inB), most - 1)
  const isSwapped = a[same] === b[same + 1] && a[same + 1] === b[same]
  return Math.min(after(1, 1), after(1, 0), after(0, 1), isSwapped ? after(2, 2) : Number.POSITIVE_INFINITY)
}

/** Shorter words are alike too often to say anything unless they begin alike. */
export const SHORT_WORD = 5
const MOST_MEANT = 3

const mayBeAlike = (a: string, b: string): boolean => a.length >= SHORT_WORD || a[0] === b[0]

/** The words a misspelt one may mean, nearest first, at most three; among equally near ones the order given. */
export const nearestTo = <Known extends { word: string }>(
  misspelt: string,
  known: readonly Known[],
): Known[] =>
  known
    .filter(({ word }) => mayBeAlike(misspelt, word))
    .map((candidate) => ({
      candidate,
      distance: editsBetween(misspelt, candidate.word, allowed(misspelt.length)),
    }))
    .filter(({ distance }) => distance > 0 && distance < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_MEANT)
    .map(({ candidate }) => candidate)
