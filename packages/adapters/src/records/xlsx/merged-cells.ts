import type { Readable } from 'node:stream'
import type { SheetRow } from '../named-values.ts'
import { MAX_COLUMNS } from '../record-files.ts'
import { readWhole } from './read-parts.ts'

/** Rows that share one cell of a column: what stands in the first of them is said of all. */
export interface MergedRows {
  column: number
  first: number
  last: number
}

const REFERENCE = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/
const MAX_MERGED = 20_000

/** 'AB12' → 27; letters count in base 26. */
export const columnOf = (reference: string): number => {
  let column = 0
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** They stand behind all rows of a sheet, so it is gone through once for them. */
export const readMergedRows = async (stream: Readable | null): Promise<MergedRows[]> => {
  const merged: MergedRows[] = []
  await readWhole(stream, {
    open: (name, { ref = '' }) => {
      if (name !== 'mergeCell' || merged.length >= MAX_MERGED) return
      const [, from = '', first = '', to, last = ''] = REFERENCE.exec(ref) ?? []
      const column = columnOf(from)
      // Across several columns titles are merged, and notes.
      if (from !== to || first === last || column < 0 || column >= MAX_COLUMNS) return
      merged.push({ column, first: Number(first), last: Number(last) })
    },
  })
  return merged.toSorted((a, b) => a.first - b.first)
}

/** Gives each row what a cell merged over it says. */
export class MergedFiller {
  readonly #coming: MergedRows[]
  #open: (MergedRows & { value: string })[] = []

  constructor(merged: readonly MergedRows[]) {
    this.#coming = merged.toReversed()
  }

  fill({ row, values }: SheetRow): SheetRow {
    this.#open = this.#open.filter(({ last }) => last >= row)
    const filled = [...values]
    for (const { column, value } of this.#open) {
      if (values.every((one) => one.trim() === '')) continue
      while (filled.length <= column) filled.push('')
      filled[column] ||= value
    }
    for (
      let next = this.#coming.at(-1);
      next !== undefined && next.first <= row;
      next = this.#coming.at(-1)
    ) {
      this.#coming.pop()
      const value = next.first === row ? (values[next.column] ?? '') : ''
      if (value !== '') this.#open.push({ ...next, value })
    }
    return { row, values: filled }
  }
}
