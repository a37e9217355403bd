import { addDays, addMonths, type CalendarDate, type FieldProblem } from '../index.ts'
import type { NdaText } from './nda-text.ts'

export const NDA_MONTHS = { min: 1, max: 60, usual: 12 } as const
export const MAX_NDA_CHARACTERS = 20_000
const NAMED = ['{owner}', '{reader}', '{listing}'] as const

export interface NdaTemplate extends NdaText {
  /** How long the files stay open after acceptance. */
  months: number
}

export interface NdaFacts {
  ownerZh: string
  ownerEn: string
  readerZh: string
  readerEn: string
  listingZh: string
  listingEn: string
}

const textProblems = (path: 'bodyZh' | 'bodyEn', body: string): FieldProblem[] => {
  if (body.trim() === '') return [{ path, code: 'field.required' }]
  if (body.length > MAX_NDA_CHARACTERS) {
    return [{ path, code: 'field.too_long', params: { max: MAX_NDA_CHARACTERS } }]
  }
  const missing = NAMED.filter((name) => !body.includes(name))
  return missing.length > 0 ? [{ path, code: 'nda.names_missing', params: { names: missing.join(' ') } }] : []
}

/** What keeps an owner's text from being used: both languages must say between whom and about what it is. */
export const ndaTemplateProblems = ({ bodyZh, bodyEn, months }: NdaTemplate): FieldProblem[] => {
  const problems = [...textProblems('bodyZh', bodyZh), ...textProblems('bodyEn', bodyEn)]
  if (!Number.isInteger(months) || months < NDA_MONTHS.min || months > NDA_MONTHS.max) {
    const { min, max } = NDA_MONTHS
    problems.push({ path: 'months', code: 'nda.months_out_of_range', params: { min, max } })
  }
  return problems
}

/** Names are data: a placeholder inside one is not filled in again. */
const fill = (body: string, values: Record<string, string>): string =>
  body.replace(/\{(owner|reader|listing|months)\}/g, (whole, name: string) => values[name] ?? whole)

/** The text two organizations agree on; an English name that is missing is the Chinese one. */
export const renderNda = ({ bodyZh, bodyEn, months }: NdaTemplate, facts: NdaFacts): NdaText => ({
  bodyZh: fill(bodyZh, {
    owner: facts.ownerZh,
    reader: facts.readerZh,
    listing: facts.listingZh,
    months: String(months),
  }),
  bodyEn: fill(bodyEn, {
    owner: facts.ownerEn || facts.ownerZh,
    reader: facts.readerEn || facts.readerZh,
    listing: facts.listingEn || facts.listingZh,
    months: String(months),
  }),
})

/** The last day on which files open under an agreement accepted on a day. */
export const ndaLastDay = (acceptedOn: CalendarDate, months: number): CalendarDate =>
  addDays(addMonths(acceptedOn, months), -1)

export const NDA_STANDINGS = ['in_force', 'expired', 'withdrawn'] as const
export type NdaStanding = (typeof NDA_STANDINGS)[number]

export interface NdaLife {
  expiresOn: CalendarDate
  withdrawnAt: Date | null
}

/** Whether files still open; a withdrawal is stated even after the last day. */
export const ndaStanding = ({ expiresOn, withdrawnAt }: NdaLife, today: CalendarDate): NdaStanding => {
  if (withdrawnAt !== null) return 'withdrawn'
  return today > expiresOn ? 'expired' : 'in_force'
}

/** What can be marked with its reader; anything else confidential is shown by the owner in person. */
export const MARKABLE_MEDIA_TYPES = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'] as const

export const isMarkable = (mediaType: string): boolean =>
  MARKABLE_MEDIA_TYPES.some((known) => known === mediaType)
