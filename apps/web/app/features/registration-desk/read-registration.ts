import { PARTY_TRAITS } from '@market/domain/codes'
import { cnyEquivalentFen } from '@market/domain/registration'
import { splitType } from '../../lib/contract-type.ts'
import type { FormReader } from '../../lib/read-form.ts'
import { PROFILE_LINES } from './form-fields.ts'

const REQUIRED_AMOUNTS = ['contractAmountFen', 'technologyAmountFen'] as const
const REQUIRED_TEXTS = ['title', 'signedOn', 'effectiveOn'] as const
const MAX_ITEMS = 50

/** The form as it was filled in; what cannot be read is noted in the reader. */
export function readRegistration(read: FormReader) {
  const currency = readCurrency(read)
  const amounts = {
    contractAmountFen: equivalentFen(currency) ?? read.yuan('contractAmountFen'),
    technologyAmountFen: read.yuan('technologyAmountFen'),
  }
  for (const path of REQUIRED_AMOUNTS) if (amounts[path] === null) require(read, path)
  for (const path of REQUIRED_TEXTS) if (read.text(path) === '') require(read, path)
  return {
    title: read.text('title'),
    ...splitType(read.text('type')),
    ...amounts,
    ...currency,
    nonTechnicalItems: readItems(read),
    carrierSets: read.number('carrierSets'),
    paymentMethod: read.text('paymentMethod'),
    signedOn: read.text('signedOn'),
    effectiveOn: read.text('effectiveOn'),
    endsOn: read.choice('endsOn'),
    ...readParty(read, 'seller'),
    ...readParty(read, 'buyer'),
    relatedParties: read.checked('relatedParties'),
    technicalField: read.choice('technicalField'),
    industryClass: read.choice('industryClass'),
    planIndustry: read.choice('planIndustry'),
    ipKind: read.choice('ipKind'),
    planSource: read.text('planSource'),
    socioEconomicObjective: read.choice('socioEconomicObjective'),
    addedInputFen: read.yuan('addedInputFen'),
    addedOutputFen: read.yuan('addedOutputFen'),
  }
}

/** Notes a missing value, unless it was there and could not be read. */
function require(read: FormReader, path: string): void {
  const reported = read.problems.some((problem) => problem.path === path)
  if (!reported) read.problems.push({ path, code: 'field.required' })
}

function readCurrency(read: FormReader) {
  const currency = read.text('currency')
  if (currency === 'CNY') {
    return { currency, currencyAmountCents: null, exchangeRate: null, exchangeRateOn: null }
  }
  return {
    currency,
    currencyAmountCents: read.yuan('currencyAmountCents'),
    exchangeRate: read.choice('exchangeRate'),
    exchangeRateOn: read.choice('exchangeRateOn'),
  }
}

/** In a foreign currency nobody has to work the amount in yuan out. */
function equivalentFen({ currencyAmountCents, exchangeRate }: ReturnType<typeof readCurrency>) {
  return currencyAmountCents === null || exchangeRate === null
    ? null
    : cnyEquivalentFen(currencyAmountCents, exchangeRate)
}

function readParty<Side extends 'seller' | 'buyer'>(read: FormReader, side: Side) {
  return {
    [`${side}Kind`]: read.text(`${side}Kind`),
    [`${side}Country`]: read.text(`${side}Country`),
    [`${side}RegionCode`]: read.text(`${side}RegionCode`),
    [`${side}IndustryClass`]: read.choice(`${side}IndustryClass`),
    [`${side}Profile`]: readProfile(read, `${side}Profile`),
  }
}

/** Null when nothing is said of the party and nothing was; the hidden field tells that something was. */
function readProfile(read: FormReader, path: string) {
  const traits = PARTY_TRAITS.map(({ code }) => code).filter((code) => read.checked(`${path}.traits.${code}`))
  const scale = read.choice(`${path}.scale`)
  const lines = PROFILE_LINES.map(({ part }) => [part, read.text(`${path}.${part}`)] as const)
  const stated = traits.length > 0 || scale !== null || lines.some(([, words]) => words !== '')
  return stated || read.checked(path) ? { traits, scale, ...Object.fromEntries(lines) } : null
}

const rowPath = (row: number): string => `nonTechnicalItems.${row}`

/** Rows of the table with anything in them, in order; empty ones are room for more. */
export function filledRows(read: FormReader): number[] {
  return Array.from({ length: MAX_ITEMS }, (_, row) => row).filter((row) =>
    ['kind', 'words', 'amountFen'].some((part) => read.text(`${rowPath(row)}.${part}`) !== ''),
  )
}

function readItems(read: FormReader) {
  return filledRows(read).map((row) => {
    const amountFen = read.yuan(`${rowPath(row)}.amountFen`)
    if (amountFen === null) require(read, `${rowPath(row)}.amountFen`)
    return { kind: read.text(`${rowPath(row)}.kind`), words: read.text(`${rowPath(row)}.words`), amountFen }
  })
}
