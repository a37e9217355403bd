import { remembering } from './remembering.ts'
import { toSimplified } from './simplify.ts'

/** The common Chinese characters have no other width and no capitals: most of a text is passed over. */
const FOLDING = /[^\u0020-\u0040\u005b-\u007e\u4e00-\u9fff]/gu

const foldCharacter = remembering((character) => {
  const folded = character.normalize('NFKC').toLowerCase()
  return folded.length === character.length ? folded : character
})

/**
 * Full-width to half-width, capitals to small and traditional to simplified, keeping every offset, so that hits
 * can be marked in the original.
 */
export const fold = (text: string): string => toSimplified(text.replaceAll(FOLDING, foldCharacter))
