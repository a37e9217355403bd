import type { ComparisonRow } from '@market/contracts/listings'
import type { FieldProblem } from '@market/domain'
import { isEmptyComparisonRow, LISTING_LIMITS } from '@market/domain/listings'
import { textOf } from '../../lib/form-text.ts'
import { readForm } from '../../lib/read-form.ts'
import {
  CHOICE_FIELDS,
  COMPARISON_PARTS,
  type ListingValues,
  type RightValues,
  type SingleField,
  TEXT_FIELDS,
} from './form-values.ts'

const MAX_RIGHTS = 20
const MAX_SYMBOLS = 20

/** What the form says: as typed, as the API wants it, and what could not be read. */
export interface ReadListing {
  values: ListingValues
  input: Record<string, unknown>
  problems: FieldProblem[]
}

const plainLines = (text: string): string => text.replaceAll('\r\n', '\n').trim()

const namesOf = (text: string): string[] =>
  text
    .split(/[、,，;；\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

const RIGHT_PARTS = [
  'id',
  'kind',
  'number',
  'title',
  'ownerNames',
  'inventorNames',
  'filedOn',
  'grantedOn',
  'legalStatus',
] as const satisfies readonly (keyof RightValues)[]

/** A row left blank is not a right; a row marked for removal no longer is one. */
function readRights(form: FormData): RightValues[] {
  const rows = Array.from({ length: MAX_RIGHTS }, (_, at) => {
    const parts = RIGHT_PARTS.map((part) => [part, textOf(form, `rights.${at}.${part}`).trim()])
    return { right: Object.fromEntries(parts) as RightValues, removed: form.has(`rights.${at}.remove`) }
  })
  const written = ({ number, title, ownerNames, inventorNames, filedOn, grantedOn }: RightValues) =>
    [number, title, ownerNames, inventorNames, filedOn, grantedOn].some((part) => part !== '')
  return rows.filter(({ right, removed }) => !removed && written(right)).map(({ right }) => right)
}

/** Rows left blank are none, so that those below them move up. */
function readComparison(form: FormData): ComparisonRow[] {
  const rows = Array.from({ length: LISTING_LIMITS.comparisonRows }, (_, at) => {
    const parts = COMPARISON_PARTS.map((part) => [part, textOf(form, `comparison.${at}.${part}`).trim()])
    return Object.fromEntries(parts) as ComparisonRow
  })
  return rows.filter((row) => !isEmptyComparisonRow(row))
}

const rightInput = ({ id, number, filedOn, grantedOn, ...right }: RightValues) => ({
  ...right,
  ...(id === '' ? {} : { id }),
  number: number || null,
  filedOn: filedOn || null,
  grantedOn: grantedOn || null,
  ownerNames: namesOf(right.ownerNames),
  inventorNames: namesOf(right.inventorNames),
})

/** Reads the whole editor. Amounts that the price mode has no use for are dropped with it. */
export function readListingForm(form: FormData): ReadListing {
  const read = readForm(form)
  const texts = Object.fromEntries(TEXT_FIELDS.map((name) => [name, plainLines(textOf(form, name))]))
  const choices = Object.fromEntries(CHOICE_FIELDS.map((name) => [name, read.choice(name)]))
  const symbols = Array.from({ length: MAX_SYMBOLS }, (_, at) => read.text(`ipcSymbols.${at}`))
  const ipcSymbols = symbols.filter((symbol) => symbol !== '')
  const transferModes = read.all('transferModes')
  const rights = readRights(form)
  const comparison = readComparison(form)
  const priceMode = read.choice('priceMode')
  const priced = priceMode !== null && priceMode !== 'negotiable'
  const typed = (name: SingleField): string => read.text(name)
  return {
    values: {
      single: {
        ...texts,
        ...Object.fromEntries(CHOICE_FIELDS.map((name) => [name, typed(name)])),
        priceFen: typed('priceFen'),
        priceMaxFen: typed('priceMaxFen'),
      } as ListingValues['single'],
      ipcSymbols,
      transferModes,
      rights,
      comparison,
    },
    input: {
      ...texts,
      ...choices,
      maturityLevel: read.number('maturityLevel'),
      ipcSymbols,
      transferModes,
      priceFen: priced ? read.yuan('priceFen') : null,
      priceMaxFen: priceMode === 'range' ? read.yuan('priceMaxFen') : null,
      rights: rights.map(rightInput),
      comparison,
    },
    problems: read.problems,
  }
}
