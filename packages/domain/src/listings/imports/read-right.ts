import {
  type ListingKind,
  RIGHT_KINDS,
  RIGHT_LEGAL_STATUSES,
  type RightKind,
  type RightLegalStatus,
} from '../../codes/index.ts'
import { type CalendarDate, yearOf } from '../../index.ts'
import { hasPatentNumber, isPatentKind } from '../patent-expiry.ts'
import type { RightFacts } from '../right.ts'
import type { ListingImportMapping } from './mapping.ts'
import { importError, importWarning } from './problems.ts'
import {
  type ImportedNumber,
  type ImportedPublication,
  readImportedNumber,
  readImportedPublication,
} from './read-number.ts'
import type { RowReader } from './row-reader.ts'

const MAX_OWNERS = 20
const MAX_INVENTORS = 50
const MAX_NUMBER = 60

const KIND_ALIASES: Readonly<Record<string, RightKind>> = {
  发明: 'invention_patent',
  发明授权: 'invention_patent',
  发明公布: 'patent_application',
  发明申请: 'patent_application',
  实用新型: 'utility_model',
  外观设计: 'design_patent',
  外观: 'design_patent',
  专利申请: 'patent_application',
  软件著作权: 'software_copyright',
  软著: 'software_copyright',
  植物新品种: 'plant_variety',
  集成电路布图设计: 'ic_layout',
  技术秘密: 'know_how',
  invention: 'invention_patent',
  'utility model': 'utility_model',
  design: 'design_patent',
  a: 'patent_application',
  b: 'invention_patent',
  u: 'utility_model',
  s: 'design_patent',
}
const STATUS_ALIASES: Readonly<Record<string, RightLegalStatus>> = {
  授权: 'in_force',
  已授权: 'in_force',
  有权: 'in_force',
  维持: 'in_force',
  有效专利: 'in_force',
  公开: 'pending',
  审中: 'pending',
  在审: 'pending',
  实质审查: 'pending',
  申请中: 'pending',
  失效: 'lapsed',
  无权: 'lapsed',
  无效: 'invalidated',
  granted: 'in_force',
  active: 'in_force',
  published: 'pending',
  expired: 'lapsed',
}

/** Kinds of right that stand for themselves, without a patent number. */
const OTHER_RIGHTS: Partial<Record<ListingKind, RightKind>> = {
  software_copyright: 'software_copyright',
  plant_variety: 'plant_variety',
  ic_layout: 'ic_layout',
  know_how: 'know_how',
}

export interface ImportedRight {
  right: RightFacts | null
  /** Null when nothing in the row tells. */
  listingKind: ListingKind | null
  publicationNumber: string | null
  publishedOn: CalendarDate | null
}

interface Signs {
  /** What the row calls it. */
  named: RightKind | null
  status: RightLegalStatus | null
  number: ImportedNumber | null
  publication: ImportedPublication | null
  grantedOn: CalendarDate | null
}

const isGranted = ({ named, status, number, publication, grantedOn }: Signs, usual: ListingKind): boolean => {
  if (named === 'patent_application' || status === 'pending') return false
  if (grantedOn !== null || number?.granted || publication?.granted || status !== null) return true
  if (publication?.kind) return publication.granted
  return usual === 'granted_patent'
}

const kindOf = (reader: RowReader, signs: Signs, usual: ListingKind): RightKind => {
  const { named, number, publication } = signs
  if (!isGranted(signs, usual)) return 'patent_application'
  const byNumber = number?.kind ?? publication?.kind ?? null
  if (named !== null && byNumber !== null && named !== byNumber && isPatentKind(named)) {
    const params = { found: named, expected: byNumber }
    reader.note(importError('rightKind', 'number.kind_mismatch', { to: byNumber }, params))
  }
  return byNumber ?? named ?? 'invention_patent'
}

const readDates = (
  reader: RowReader,
  { dateForm }: ListingImportMapping,
  publication: ImportedPublication | null,
) => {
  const filedOn = reader.date('filedOn', dateForm)
  const since = (field: 'publishedOn' | 'grantedOn') => {
    const day = reader.date(field, dateForm)
    if (filedOn === null || day === null || filedOn <= day) return day
    reader.note(importError(field, 'date.out_of_order', 'clear', { found: day, filedOn }))
    return null
  }
  const publishedOn = since('publishedOn')
  const grantedOn = since('grantedOn')
  if (publication?.granted !== true) return { filedOn, publishedOn, grantedOn }
  // Granted patents are published with the grant; of inventions the day may be that of the application before it.
  const grantedThen = publication.kind === 'invention_patent' ? null : publishedOn
  return { filedOn, publishedOn: publishedOn ?? grantedOn, grantedOn: grantedOn ?? grantedThen }
}

const readOther = (reader: RowReader, kind: RightKind): string | null => {
  const typed = reader.half('number')
  return typed === '' || kind === 'know_how' ? null : reader.limited('number', typed, MAX_NUMBER)
}

const isOtherKind = (kind: RightKind | null): kind is RightKind => kind !== null && !hasPatentNumber(kind)

/** The right a row offers, if it offers one. */
export const readImportedRight = (
  reader: RowReader,
  mapping: ListingImportMapping,
  listingKind: ListingKind,
  title: string,
): ImportedRight => {
  const named = reader.code('rightKind', RIGHT_KINDS, KIND_ALIASES)
  const status = reader.code('legalStatus', RIGHT_LEGAL_STATUSES, STATUS_ALIASES)
  const ownerNames = reader.names('owners', MAX_OWNERS)
  const inventorNames = reader.names('inventors', MAX_INVENTORS)
  const publication = readImportedPublication(reader)
  const { publishedOn, ...dates } = readDates(reader, mapping, publication)
  const published = { publicationNumber: publication?.value ?? null, publishedOn }
  const facts = { title: title.slice(0, 300), ownerNames, inventorNames, ...dates }
  const other = isOtherKind(named) ? named : (OTHER_RIGHTS[listingKind] ?? null)
  if (other !== null) {
    const right = {
      ...facts,
      kind: other,
      number: readOther(reader, other),
      legalStatus: status ?? 'in_force',
    }
    return { right, listingKind: other as ListingKind, ...published }
  }
  const number = readImportedNumber(reader, publication)
  const signs = { named, status, number, publication, grantedOn: dates.grantedOn }
  if (reader.raw('number') === '' && publication === null && named === null) {
    return { right: null, listingKind: null, publicationNumber: null, publishedOn: null }
  }
  const kind = kindOf(reader, signs, listingKind)
  if (number !== null && dates.filedOn !== null && yearOf(dates.filedOn) > number.year) {
    reader.note(importWarning('filedOn', 'date.after_number', { found: dates.filedOn, year: number.year }))
  }
  const pending = kind === 'patent_application'
  const right: RightFacts = {
    ...facts,
    kind,
    number: number?.value ?? null,
    legalStatus: status ?? (pending ? 'pending' : 'in_force'),
  }
  return { right, listingKind: pending ? 'patent_application' : 'granted_patent', ...published }
}
