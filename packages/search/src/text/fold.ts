import { toSimplified } from './simplify.ts'

const foldCharacter = (character: string): string => {
  const folded = character.normalize('NFKC').toLowerCase()
  return folded.length === character.length ? folded : character
}

/**
 * Full-width to half-width, capitals to small and traditional to simplified, keeping every offset, so that hits
 * can be marked in the original.
 */
export const fold = (text: string): string =>
  toSimplified(text.replaceAll(/[^\u0020-\u0040\u005b-\u007e]/gu, foldCharacter))
