import {
  isCodeOf,
  LISTING_KINDS,
  type ListingKind,
  type PlanIndustry,
  type TechnicalField,
} from '../../codes/index.ts'
import type { FieldProblem } from '../../index.ts'
import { comparableLabel } from '../../tables/index.ts'
import { commonDateForm, type DateForm, readDate } from './dates.ts'
import { FIELD_BY_LABEL, LIST_FIELDS, type ListingImportField, TITLE_FIELDS } from './fields.ts'
import { isLabelledText } from './labelled-text.ts'

/** A column of a file, with a few of its first values. */
export interface SourceColumn {
  name: string
  samples: string[]
}

/** How the columns of a file become listings. */
export interface ListingImportMapping {
  /** Source column → field; a column that is not there is left out. */
  columns: Record<string, ListingImportField>
  /** Of rows that do not say or show it themselves. */
  kind: ListingKind
  /** The form most days are in; others are named. */
  dateForm: DateForm
  priceUnit: 'yuan' | 'wan'
  /** Of rows that leave it empty. */
  technicalField: TechnicalField | null
  planIndustry: PlanIndustry | null
}

const DATE_FIELDS: readonly ListingImportField[] = ['filedOn', 'publishedOn', 'grantedOn']

/** What a label means; of lists also a numbered one, as 发明人1 or the second of two that are called the same. */
const meaningOf = (name: string) => {
  const label = comparableLabel(name)
  const found = FIELD_BY_LABEL.get(label)
  if (found) return { ...found, label }
  const plain = label.replace(/\d{1,2}$/, '')
  const numbered = FIELD_BY_LABEL.get(plain)
  return numbered && LIST_FIELDS.includes(numbered.field) ? { ...numbered, label: plain } : null
}

const guessColumns = (columns: readonly SourceColumn[]): Record<string, ListingImportField> => {
  const known = columns.flatMap(({ name, samples }, place) => {
    const found = meaningOf(name)
    if (!found) return []
    // Many tables call some column 'text'; it is only meant when it holds a title and more.
    if (found.field === 'labelledText' && !samples.some(isLabelledText)) return []
    return [{ name, place, ...found }]
  })
  const taken = new Map<ListingImportField, string>()
  const mapped: Record<string, ListingImportField> = {}
  for (const { name, field, label } of known.toSorted((a, b) => a.rank - b.rank || a.place - b.place)) {
    const together = LIST_FIELDS.includes(field) && taken.get(field) === label
    if (taken.has(field) && !together) continue
    taken.set(field, label)
    mapped[name] = field
  }
  return mapped
}

const guessDateForm = (
  columns: readonly SourceColumn[],
  mapped: Record<string, ListingImportField>,
): DateForm => {
  const samples = columns.flatMap(({ name, samples: values }) => {
    const field = mapped[name]
    return field !== undefined && DATE_FIELDS.includes(field) ? values : []
  })
  // One day beyond the twelfth tells the order of all.
  return (
    commonDateForm(samples) ?? (samples.some((value) => readDate(value).kind === 'unclear') ? 'dmy' : 'iso')
  )
}

const guessKind = (mapped: Record<string, ListingImportField>): ListingKind => {
  const [numbered] = Object.entries(mapped).find(([, field]) => field === 'number') ?? []
  const fields = Object.values(mapped)
  if (numbered !== undefined)
    return /申请|appl/i.test(numbered) && !fields.includes('grantedOn')
      ? 'patent_application'
      : 'granted_patent'
  return fields.includes('publicationNumber') ? 'granted_patent' : 'research_result'
}

/** What the labels and first values of the columns make likely; a person confirms it. */
export const guessMapping = (columns: readonly SourceColumn[]): ListingImportMapping => {
  const mapped = guessColumns(columns)
  const priced = Object.entries(mapped).find(([, field]) => field === 'price')?.[0] ?? ''
  return {
    columns: mapped,
    kind: guessKind(mapped),
    dateForm: guessDateForm(columns, mapped),
    priceUnit: priced.includes('万') ? 'wan' : 'yuan',
    technicalField: null,
    planIndustry: null,
  }
}

/** The mapping with its columns in the order of the file, which says who of several is first. */
export const inFileOrder = (
  mapping: ListingImportMapping,
  columns: readonly Pick<SourceColumn, 'name'>[],
): ListingImportMapping => {
  const places = new Map(columns.map(({ name }, place) => [name, place]))
  const placeOf = (name: string) => places.get(name) ?? columns.length
  const ordered = Object.entries(mapping.columns).toSorted(([a], [b]) => placeOf(a) - placeOf(b))
  return { ...mapping, columns: Object.fromEntries(ordered) }
}

/** Two files with the same columns, in whatever order, are read alike. */
export const columnSignature = (names: readonly string[]): string =>
  names.map(comparableLabel).toSorted().join('|')

/** What keeps a mapping from being used: a column that is not there, a field given twice, no title. */
export const mappingProblems = (
  mapping: ListingImportMapping,
  columns: readonly Pick<SourceColumn, 'name'>[],
): FieldProblem[] => {
  const names = new Set(columns.map(({ name }) => name))
  const entries = Object.entries(mapping.columns)
  const fields = entries.map(([, field]) => field)
  const problems: FieldProblem[] = entries.flatMap(([name, field], index) => {
    const path = `columns.${name}`
    if (!names.has(name)) return [{ path, code: 'listing_import.column_unknown' }]
    return fields.indexOf(field) < index && !LIST_FIELDS.includes(field)
      ? [{ path, code: 'listing_import.field_twice', params: { field } }]
      : []
  })
  if (!fields.some((field) => TITLE_FIELDS.includes(field))) {
    problems.push({ path: 'columns', code: 'listing_import.title_unmapped' })
  }
  if (!isCodeOf(LISTING_KINDS, mapping.kind)) problems.push({ path: 'kind', code: 'field.invalid_value' })
  return problems
}
