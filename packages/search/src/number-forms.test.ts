import { describe, expect, it } from 'vitest'
import { numberForms } from './number-forms.ts'

const share = (left: string, right: string): boolean =>
  numberForms(left).some((form) => numberForms(right).includes(form))

describe('numberForms', () => {
  it.each([
    ['201710601862.3', 'ZL201710601862.3'],
    ['201710601862.3', 'zl 2017 1 0601862.3'],
    ['201710601862.3', '201710601862'],
    ['201710601862.3', '２０１７１０６０１８６２．３'],
    ['95115608.X', 'ZL95115608x'],
    ['95115608.X', '95115608'],
    ['CN108123456A', '108123456'],
    ['CN108123456A', 'cn 108123456 B'],
    ['2021SR0123456', '2021sr0123456'],
    ['CNA20171234.5', 'cna 20171234.5'],
  ])('knows %s and %s for the same', (left, right) => {
    expect(share(left, right)).toBe(true)
  })

  it.each([
    ['201710601862.3', '201710601863.1'],
    ['201710601862.3', '2017106018'],
    ['2021SR0123456', '2021SR0123457'],
  ])('tells %s from %s', (left, right) => {
    expect(share(left, right)).toBe(false)
  })
})
