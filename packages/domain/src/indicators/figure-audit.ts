/** Nothing public tells of fewer contracts than this (invariant 10). The audit below is written for three. */
export const DEFAULT_SMALLEST_CELL = 3

/** The largest prime below 2^26: products of two residues stay exact in a double. */
const PRIME = 67_108_859

/** One is used up by the figure looked at; in two others no columns are alike by chance but once in 10^15. */
const WITNESSES = 4

/** How a contract stands in a figure: its place among the audited ones, and the residue of the version that counts. */
export interface FigureMember {
  contract: number
  weight: number
}

/** A residue that is not zero; `random` gives numbers from 0 up to 1. */
export const drawWeight = (random: () => number): number => 1 + Math.floor(random() * (PRIME - 1))

/** The residue of a whole number from 0 up to 2^53; the operator % is forty times slower on doubles. */
const reduced = (value: number): number => {
  const rest = value - Math.floor(value * (1 / PRIME)) * PRIME
  return rest < 0 ? rest + PRIME : rest >= PRIME ? rest - PRIME : rest
}

const inverseOf = (value: number): number => {
  let [result, base] = [1, value]
  for (let exponent = PRIME - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = reduced(result * base)
    base = reduced(base * base)
  }
  return result
}

type Witness = Float64Array

const sumAlong = (members: readonly FigureMember[], witness: Witness): number => {
  let sum = 0
  for (const { contract, weight } of members) sum = reduced(sum + weight * (witness[contract] ?? 0))
  return sum
}

/** A published figure, and a change of amounts that it alone, of those published before, does not allow. */
interface Published {
  members: readonly FigureMember[]
  along: Witness
  /** One over what the figure changes by along it. */
  inverse: number
}

/** Moves a witness until the figure no longer changes by it. */
const mend = (witness: Witness, { members, along, inverse }: Published): void => {
  const value = sumAlong(members, witness)
  if (value === 0) return
  const factor = PRIME - reduced(value * inverse)
  for (let contract = 0; contract < witness.length; contract += 1) {
    witness[contract] = reduced((witness[contract] ?? 0) + factor * (along[contract] ?? 0))
  }
}

/** No column is zero and no two are multiples of each other. */
const tellNobodyApart = ([first, second, third]: readonly Witness[]): boolean => {
  if (!first || !second || !third) return false
  const columns = new Set<number>()
  for (let contract = 0; contract < first.length; contract += 1) {
    const pivot = first[contract] ?? 0
    // One column in 67 million is zero here by chance: the figure is then held back without need.
    if (pivot === 0) return false
    const inverse = inverseOf(pivot)
    const ratio = (witness: Witness) => reduced((witness[contract] ?? 0) * inverse)
    columns.add(ratio(second) * PRIME + ratio(third))
  }
  return columns.size === first.length
}

/**
 * Everything ever published of some contracts, and whether one figure more would give one or two of them away.
 *
 * A figure is a weighted sum of unknown amounts, one unknown a contract (the ratios of its versions are taken for
 * known). A witness is a change of all amounts that leaves every published figure as it is. What can be computed of the
 * amounts of contracts i and j alone vanishes on every witness: so nothing can be, when no witness column is zero and no
 * two are multiples of each other. Witnesses are random vectors over a prime field, mended by each published figure.
 */
export class FigureAudit {
  private readonly published: Published[] = []
  private witnesses: Witness[]
  private readonly contracts: number
  private readonly random: () => number

  constructor(contracts: number, random: () => number) {
    this.contracts = contracts
    this.random = random
    this.witnesses = Array.from({ length: WITNESSES }, () => this.fresh())
  }

  private fresh(): Witness {
    const witness = Float64Array.from({ length: this.contracts }, () => Math.floor(this.random() * PRIME))
    for (const figure of this.published) mend(witness, figure)
    return witness
  }

  /** The figure with a witness it changes by; null when it follows from what is published. */
  private looked(members: readonly FigureMember[]): Published | null {
    for (const along of this.witnesses) {
      const value = sumAlong(members, along)
      if (value !== 0) return { members, along, inverse: inverseOf(value) }
    }
    return null
  }

  private others({ along, ...figure }: Published): Witness[] {
    const others = this.witnesses.filter((witness) => witness !== along).map((witness) => witness.slice())
    for (const witness of others) mend(witness, { along, ...figure })
    return others
  }

  /** Whether the figure can be published: with all that is, nothing about one or two contracts follows. */
  allows(members: readonly FigureMember[]): boolean {
    const figure = this.looked(members)
    return figure === null || tellNobodyApart(this.others(figure))
  }

  /** The figure has been published. */
  publish(members: readonly FigureMember[]): void {
    const figure = this.looked(members)
    if (figure === null) return
    this.witnesses = this.others(figure)
    this.published.push(figure)
    this.witnesses.push(this.fresh())
  }
}
