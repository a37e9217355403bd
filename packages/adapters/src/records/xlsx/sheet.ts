import { unsavedFormula } from '@market/domain/listings'
import { serialToDate } from 'hucre'
import { type SheetRow, textOfValue } from '../named-values.ts'
import { MAX_COLUMNS, MAX_EXCERPT, MAX_VALUE, UnreadableRecords } from '../record-files.ts'
import { columnOf, MergedFiller, readMergedRows } from './merged-cells.ts'
import { readPart } from './read-parts.ts'
import type { Workbook } from './workbook.ts'

const LAST_ROW = 1_048_576

class RowCollector {
  readonly rows: SheetRow[] = []
  readonly #workbook: Workbook
  #row = 0
  #values: string[] = []
  #column = -1
  #type = ''
  #style = 0
  #text = ''
  #formula: string | null = null
  #hasValue = false
  #within: 'value' | 'formula' | null = null

  constructor(workbook: Workbook) {
    this.#workbook = workbook
  }

  open(name: string, { r = '', t = '', s = '' }: Record<string, string>): void {
    if (name === 'row') {
      const last = this.#row
      this.#row = r === '' ? last + 1 : Number(r)
      // Rows count upwards; whatever does not was not written by a spreadsheet.
      if (!Number.isInteger(this.#row) || this.#row <= last || this.#row > LAST_ROW) {
        throw new UnreadableRecords('damaged', last + 1)
      }
      this.#values = []
      this.#column = -1
    }
    if (name === 'c') {
      this.#column = r === '' ? this.#column + 1 : columnOf(r)
      this.#type = t
      this.#style = Number(s)
      this.#text = ''
      this.#formula = null
      this.#hasValue = false
    }
    if (name === 'v' || name === 't') {
      this.#within = 'value'
      this.#hasValue = true
    }
    if (name === 'f') {
      this.#within = 'formula'
      this.#formula = ''
    }
  }

  text(piece: string): void {
    if (this.#within === 'value' && this.#text.length < MAX_VALUE) this.#text += piece
    if (this.#within === 'formula' && this.#formula !== null && this.#formula.length < MAX_EXCERPT)
      this.#formula += piece
  }

  close(name: string): void {
    if (name === 'v' || name === 't' || name === 'f') this.#within = null
    // Cells far to the right of what we read are stray ones.
    if (name === 'c' && this.#column >= 0 && this.#column < MAX_COLUMNS) {
      while (this.#values.length < this.#column) this.#values.push('')
      this.#values[this.#column] = this.#value()
    }
    if (name === 'row') this.rows.push({ row: this.#row, values: this.#values })
  }

  /** A text as the result may be empty; anything else that is was never worked out. */
  #lacksResult(): boolean {
    return this.#text === '' && !(this.#type === 'str' && this.#hasValue)
  }

  #value(): string {
    if (this.#formula !== null && this.#lacksResult())
      return unsavedFormula(this.#formula.slice(0, MAX_EXCERPT))
    const { shared, dateStyles, epoch1904 } = this.#workbook
    if (this.#type === 's') return shared[Number(this.#text)] ?? ''
    if (this.#type !== '' && this.#type !== 'n') return textOfValue(this.#text)
    const number = Number(this.#text)
    if (this.#text === '' || !Number.isFinite(number)) return textOfValue(this.#text)
    // What is stored beyond fifteen digits is the arithmetic's, not the person's.
    return dateStyles[this.#style] === true
      ? textOfValue(serialToDate(number, epoch1904))
      : String(Number(number.toPrecision(15)))
  }
}

/** Rows of the sheet as they unpack, no faster than they are taken; cells merged over rows said of each. */
export async function* readSheet(workbook: Workbook, sheet: string): AsyncGenerator<SheetRow> {
  const merged = new MergedFiller(await readMergedRows(await workbook.archive.stream(sheet)))
  const stream = await workbook.archive.stream(sheet)
  if (stream === null) throw new UnreadableRecords('damaged')
  const collector = new RowCollector(workbook)
  for await (const _ of readPart(stream, {
    open: (name, attributes) => collector.open(name, attributes),
    text: (text) => collector.text(text),
    close: (name) => collector.close(name),
  })) {
    for (const row of collector.rows.splice(0)) yield merged.fill(row)
  }
}
