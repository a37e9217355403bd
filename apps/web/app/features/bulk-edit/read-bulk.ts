import { readForm, type TypedValues, typedValues } from '../../lib/read-form.ts'

export const BULK_COMMANDS = [
  'contact',
  'region',
  'industry',
  'modes',
  'price',
  'submit',
  'renew',
  'withdraw',
] as const
export type BulkCommand = (typeof BULK_COMMANDS)[number]

/** What stood in the form, to stand there again: the edit that follows a preview is the one that was previewed. */
export interface SentBulk {
  ids: string[]
  transferModes: string[]
  typed: TypedValues
}

/** What the form asks for, as the API wants it; a preview hands the same on to the edit. */
export function readBulk(form: FormData) {
  const read = readForm(form)
  const asked = read.text('command')
  const command = BULK_COMMANDS.find((one) => one === asked) ?? 'contact'
  const changes = {
    contact: () => ({ contactId: read.text('contactId') || null }),
    region: () => ({ regionCode: read.text('regionCode') }),
    industry: () => ({ planIndustry: read.text('planIndustry') }),
    modes: () => ({ transferModes: read.all('transferModes') }),
    price: () => ({
      priceMode: read.text('priceMode'),
      priceFen: read.yuan('priceFen'),
      priceMaxFen: read.yuan('priceMaxFen'),
    }),
    submit: () => ({}),
    renew: () => ({}),
    withdraw: () => ({ reason: read.text('reason') }),
  } satisfies Record<BulkCommand, () => object>
  return {
    sent: {
      ids: read.all('ids'),
      transferModes: read.all('transferModes'),
      typed: typedValues(form),
    } satisfies SentBulk,
    change: { command, ...changes[command]() },
    problems: read.problems,
  }
}
