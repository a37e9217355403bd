import { describe, expect, it } from 'vitest'
import { readForm, typedValues } from './read-form.ts'

const formOf = (fields: Record<string, string>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

describe('readForm', () => {
  it('reads yuan as fen, and says at which field it could not', () => {
    const read = readForm(formOf({ offerFen: '1,200.50', 'terms.totalFen': '12万' }))
    expect(read.yuan('offerFen')).toBe(120_050)
    expect(read.yuan('terms.totalFen')).toBeNull()
    expect(read.problems).toEqual([{ path: 'terms.totalFen', code: 'money.not_an_amount' }])
  })

  it('takes an empty field as not given, which is no problem', () => {
    const read = readForm(formOf({ offerFen: ' ', termMonths: '', endsOn: '' }))
    expect([read.yuan('offerFen'), read.number('termMonths'), read.choice('endsOn')]).toEqual([
      null,
      null,
      null,
    ])
    expect(read.problems).toEqual([])
  })

  it('refuses a number that is none', () => {
    const read = readForm(formOf({ termMonths: 'three' }))
    expect(read.number('termMonths')).toBeNull()
    expect(read.problems).toEqual([{ path: 'termMonths', code: 'field.invalid_format' }])
  })

  it('counts rows, and never as many as would keep the server busy', () => {
    const read = readForm(formOf({ three: '3', many: '1e9', most: 'Infinity', none: '-1', word: 'x' }))
    expect(read.rows('three')).toEqual([0, 1, 2])
    expect(['many', 'most', 'none', 'word', 'missing'].map((path) => read.rows(path).length)).toEqual([
      100, 100, 0, 0, 0,
    ])
  })

  it('gives back what was typed, files left out', () => {
    const form = formOf({ message: '您好' })
    form.append('file', new File(['x'], 'a.pdf'))
    expect(typedValues(form)).toEqual({ message: '您好' })
  })
})
