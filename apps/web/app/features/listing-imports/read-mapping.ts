import { textOf } from '../../lib/form-text.ts'

/** The form as the API takes it; columns left out are not sent. What a field may be is the API's to judge. */
export function readMapping(form: FormData) {
  const columns: Record<string, string> = {}
  for (const [key, value] of form) {
    const place = /^name\.(\d+)$/.exec(key)?.[1]
    const field = place === undefined ? '' : textOf(form, `field.${place}`)
    if (typeof value === 'string' && field !== '') columns[value] = field
  }
  return {
    columns,
    kind: textOf(form, 'kind'),
    dateForm: textOf(form, 'dateForm'),
    priceUnit: textOf(form, 'priceUnit'),
    technicalField: textOf(form, 'technicalField') || null,
    planIndustry: textOf(form, 'planIndustry') || null,
  }
}
