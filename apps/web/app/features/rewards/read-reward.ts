import { COST_KINDS, REWARD_RULES } from '@market/domain/payments'
import type { FormReader } from '../../lib/read-form.ts'

const PERCENT = /^\d{1,3}(\.\d{1,2})?$/

/** '33.33' in per cent as hundredths of a percent; null and a problem when it is neither. */
function hundredths(read: FormReader, path: string): number | null {
  const typed = read.text(path).normalize('NFKC').replace(/%$/, '').trim()
  if (PERCENT.test(typed)) return Math.round(Number(typed) * 100)
  read.problems.push({ path, code: typed === '' ? 'field.required' : 'reward.not_a_percent' })
  return null
}

/** Lines left empty do not count. */
export function readReward(read: FormReader) {
  const shares = read
    .rows('shareCount')
    .filter((index) => read.text(`shares.${index}.name`) !== '')
    .map((index) => ({
      name: read.text(`shares.${index}.name`),
      share: hundredths(read, `shares.${index}.share`),
    }))
  const costs = read
    .rows('costCount')
    .filter((index) => read.text(`costs.${index}.amountFen`) !== '')
    .map((index) => ({
      kind: COST_KINDS.find((kind) => kind === read.text(`costs.${index}.kind`)) ?? 'other',
      note: read.text(`costs.${index}.note`),
      amountFen: read.yuan(`costs.${index}.amountFen`),
    }))
  return {
    revision: read.number('revision'),
    rule: REWARD_RULES.find((rule) => rule === read.text('rule')) ?? 'statutory',
    reference: read.text('reference'),
    inventorPart: hundredths(read, 'inventorPart'),
    costs,
    shares,
  }
}
