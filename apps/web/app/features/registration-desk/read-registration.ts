import { splitType } from '../../lib/contract-type.ts'
import type { FormReader } from '../../lib/read-form.ts'

const REQUIRED = ['contractAmountFen', 'technologyAmountFen'] as const

/** The form as it was filled in; what cannot be read is noted in the reader. */
export function readRegistration(read: FormReader) {
  const amounts = {
    contractAmountFen: read.yuan('contractAmountFen'),
    technologyAmountFen: read.yuan('technologyAmountFen'),
  }
  for (const path of REQUIRED) {
    const reported = read.problems.some((problem) => problem.path === path)
    if (amounts[path] === null && !reported) read.problems.push({ path, code: 'field.required' })
  }
  if (read.text('title') === '') read.problems.push({ path: 'title', code: 'field.required' })
  for (const path of ['signedOn', 'effectiveOn']) {
    if (read.text(path) === '') read.problems.push({ path, code: 'field.required' })
  }
  return {
    title: read.text('title'),
    ...splitType(read.text('type')),
    ...amounts,
    signedOn: read.text('signedOn'),
    effectiveOn: read.text('effectiveOn'),
    endsOn: read.choice('endsOn'),
    sellerKind: read.text('sellerKind'),
    sellerRegionCode: read.text('sellerRegionCode'),
    buyerKind: read.text('buyerKind'),
    buyerRegionCode: read.text('buyerRegionCode'),
    technicalField: read.choice('technicalField'),
    planIndustry: read.choice('planIndustry'),
    ipKind: read.choice('ipKind'),
    planSource: read.text('planSource'),
    socioEconomicObjective: read.choice('socioEconomicObjective'),
    paymentMethod: read.text('paymentMethod'),
    relatedParties: read.checked('relatedParties'),
  }
}
