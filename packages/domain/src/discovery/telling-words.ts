/** Beside the rarest word that two records share, one that is less than this rare in proportion tells nothing. */
const TELLING_SHARE = 0.6

/** Of the words two records share those that are a reason to show, the rarest first; common ones stand in many records. */
export const tellingAmong = <Word extends { rarity: number }>(shared: readonly Word[]): Word[] => {
  const rarestFirst = shared.toSorted((a, b) => b.rarity - a.rarity)
  const least = TELLING_SHARE * (rarestFirst[0]?.rarity ?? 0)
  return rarestFirst.filter(({ rarity }) => rarity >= least)
}
