import { LISTING_LIMITS } from '@market/domain/listings'
import { compareTexts, type TextSegment } from './compare-texts.ts'
import { columnsOf, type ListingColumns, type ListingContent } from './content.ts'

export interface RowNames {
  added: string[]
  removed: string[]
  changed: string[]
}

/** One part of a listing that differs between two texts. */
export type ContentChange =
  | { kind: 'text'; field: string; segments: TextSegment[] }
  | { kind: 'value'; field: string; before: string[]; after: string[] }
  | ({ kind: 'rows'; field: 'rights' | 'attachments' | 'comparison' } & RowNames)

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)

const asWords = (value: unknown): string[] => {
  if (value === null || value === '') return []
  return Array.isArray(value) ? value.map(String) : [String(value)]
}

const columnChange = (
  field: keyof ListingColumns,
  before: ListingColumns,
  after: ListingColumns,
): ContentChange => {
  const [old, now] = [before[field], after[field]]
  if (field in LISTING_LIMITS.texts && typeof old === 'string' && typeof now === 'string') {
    return { kind: 'text', field, segments: compareTexts(old, now) }
  }
  return { kind: 'value', field, before: asWords(old), after: asWords(now) }
}

const compareRows = <Row>(
  before: readonly Row[],
  after: readonly Row[],
  { keyOf, nameOf }: { keyOf: (row: Row) => string; nameOf: (row: Row) => string },
): RowNames => {
  const old = new Map(before.map((row) => [keyOf(row), row]))
  const now = new Set(after.map(keyOf))
  const kept = after.filter((row) => old.has(keyOf(row)))
  return {
    added: after.filter((row) => !old.has(keyOf(row))).map(nameOf),
    removed: before.filter((row) => !now.has(keyOf(row))).map(nameOf),
    changed: kept.filter((row) => !same(row, old.get(keyOf(row)))).map(nameOf),
  }
}

const rowChanges = (before: ListingContent, after: ListingContent): ContentChange[] => {
  const rows: ContentChange[] = [
    {
      kind: 'rows',
      field: 'comparison',
      ...compareRows(before.comparison, after.comparison, {
        keyOf: (row) => row.aspectZh,
        nameOf: (row) => row.aspectZh,
      }),
    },
    {
      kind: 'rows',
      field: 'rights',
      ...compareRows(before.rights, after.rights, {
        keyOf: (right) => right.id,
        nameOf: (right) => right.number ?? right.title,
      }),
    },
    {
      kind: 'rows',
      field: 'attachments',
      ...compareRows(before.attachments, after.attachments, {
        keyOf: (attachment) => attachment.id,
        nameOf: (attachment) => attachment.titleZh,
      }),
    },
  ]
  return rows.filter(
    (change) =>
      change.kind === 'rows' && change.added.length + change.removed.length + change.changed.length > 0,
  )
}

/** What the public may know of a text: nothing of its confidential files, not even their titles. */
export const publicPart = (content: ListingContent): ListingContent => ({
  ...content,
  attachments: content.attachments.filter(({ visibility }) => visibility === 'public'),
})

/** Everything that differs between two texts of a listing, part by part; texts word by word. */
export const contentChanges = (before: ListingContent, after: ListingContent): ContentChange[] => {
  const fields = Object.keys(columnsOf(after)) as (keyof ListingColumns)[]
  return [
    ...fields
      .filter((field) => field !== 'comparison' && !same(before[field], after[field]))
      .map((field) => columnChange(field, before, after)),
    ...rowChanges(before, after),
  ]
}
