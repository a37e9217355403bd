import { type FieldProblem, type IdSource, refuseFields } from '@market/domain'
import { classAndRegionProblems, plainClassesAndRegion } from '@market/domain/identifiers'
import {
  isEmptyComparisonRow,
  type RightFacts,
  readRightNumber,
  rightExpiry,
  textLimitProblems,
} from '@market/domain/listings'
import type { Changes } from '../index.ts'
import type { ListingColumns, ListingContent, RightContent } from './content.ts'

/** A right as it was typed; `id` says which of the listing's rights it replaces. */
export interface RightEdit extends Omit<RightFacts, 'ownerNames' | 'inventorNames'> {
  id?: string | undefined
  ownerNames: string[]
  inventorNames: string[]
}

/** Only what changed; lists are replaced whole. */
export type ListingEdit = Changes<ListingColumns & { rights: RightEdit[] }>

const readRight = (
  typed: RightEdit,
  path: string,
  known: ReadonlySet<string>,
  ids: IdSource,
): { right: RightContent; problems: FieldProblem[] } => {
  const { value, problem } = readRightNumber(typed, `${path}.number`)
  const { filedOn, grantedOn } = typed
  const problems = problem ? [problem] : []
  if (filedOn !== null && grantedOn !== null && grantedOn < filedOn) {
    problems.push({ path: `${path}.grantedOn`, code: 'right.granted_before_filed' })
  }
  const id = typed.id !== undefined && known.has(typed.id) ? typed.id : ids.next()
  const { kind, title, ownerNames, inventorNames, legalStatus } = typed
  const expiresOn = rightExpiry(kind, filedOn)
  return {
    right: {
      id,
      kind,
      number: value,
      title,
      ownerNames,
      inventorNames,
      filedOn,
      grantedOn,
      expiresOn,
      legalStatus,
    },
    problems,
  }
}

const repeatedRights = (rights: readonly RightContent[]): FieldProblem[] => {
  const keys = rights.map(({ id, kind, number }) => (number === null ? id : `${kind} ${number}`))
  return keys.flatMap((key, index) =>
    keys.indexOf(key) < index ? [{ path: `rights.${index}.number`, code: 'right.repeated' }] : [],
  )
}

/** A right number misread twice cannot be two rights; ids typed twice cannot either. */
const readRights = (knownIds: readonly string[], typed: readonly RightEdit[], ids: IdSource) => {
  const known = new Set(knownIds)
  const read = typed.map((right, index) => readRight(right, `rights.${index}`, known, ids))
  const rights = read.map(({ right }) => right)
  return { rights, problems: [...read.flatMap(({ problems }) => problems), ...repeatedRights(rights)] }
}

const inPlainForm = (content: ListingContent): ListingContent => ({
  ...content,
  ...plainClassesAndRegion(content),
  transferModes: [...new Set(content.transferModes)],
})

const priceProblems = ({ priceFen, priceMaxFen }: ListingContent): FieldProblem[] =>
  priceFen !== null && priceMaxFen !== null && priceMaxFen < priceFen
    ? [{ path: 'priceMaxFen', code: 'listing.price_range_empty' }]
    : []

/** Rows left blank in the form are no rows. */
const withoutEmptyRows = (content: ListingContent): ListingContent => ({
  ...content,
  comparison: content.comparison.filter((row) => !isEmptyComparisonRow(row)),
})

const withoutUndefined = (edit: ListingEdit) =>
  Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined))

/**
 * The text after an edit. A draft may lack anything, but what is there must be readable: refuses with
 * `request.invalid`, wrong identifiers with the position of the wrong character. `held`: ids of the organization's own
 * rights that may be named beside the listing's.
 */
export const editContent = (
  content: ListingContent,
  edit: ListingEdit,
  ids: IdSource,
  held: readonly string[] = [],
): ListingContent => {
  const { rights: typedRights, ...columns } = edit
  const { rights, problems } = typedRights
    ? readRights([...content.rights.map(({ id }) => id), ...held], typedRights, ids)
    : { rights: content.rights, problems: [] }
  const edited = withoutEmptyRows({ ...content, ...withoutUndefined(columns), rights })
  const all = [
    ...textLimitProblems(edited),
    ...classAndRegionProblems(edited),
    ...priceProblems(edited),
    ...problems,
  ]
  if (all.length > 0) throw refuseFields('request.invalid', all)
  return inPlainForm(edited)
}
