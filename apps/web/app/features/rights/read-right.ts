import type { FormReader } from '../../lib/read-form.ts'

export const OWNER_ROWS = 6

const FUNDING: Record<string, boolean> = { yes: true, no: false }

/** A right as the form says it; owners without a name are rows left empty. */
export function readRight(read: FormReader) {
  const owners = Array.from({ length: OWNER_ROWS }, (_, index) => ({
    name: read.text(`owners.${index}.name`),
    share: read.text(`owners.${index}.share`),
  })).filter(({ name }) => name !== '')
  return {
    kind: read.text('kind'),
    number: read.choice('number'),
    title: read.text('title'),
    owners,
    inventorNames: read
      .text('inventorNames')
      .split(/[、,，;；]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    filedOn: read.choice('filedOn'),
    grantedOn: read.choice('grantedOn'),
    publicationNumber: read.choice('publicationNumber'),
    publishedOn: read.choice('publishedOn'),
    legalStatus: read.text('legalStatus'),
    publiclyFunded: FUNDING[read.text('publiclyFunded')] ?? null,
    fundingWords: read.text('fundingWords'),
    checkedOn: read.choice('checkedOn'),
    checkedSource: read.choice('checkedSource'),
  }
}

/** An event as the form says it. */
export function readEvent(read: FormReader) {
  const kind = read.text('kind')
  return {
    kind,
    occurredOn: read.text('occurredOn'),
    source: read.text('source'),
    checkedOn: read.text('checkedOn'),
    party: read.text('party'),
    reference: read.text('reference'),
    days: kind === 'term_compensation' ? read.number('days') : null,
    patentYear: kind === 'fee_paid' ? read.number('patentYear') : null,
    correctsId: read.choice('correctsId'),
  }
}
