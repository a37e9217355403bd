import { describe, expect, it } from 'vitest'
import { extractNumbers, numberForms } from './number-forms.ts'

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

describe('extractNumbers', () => {
  it.each([
    'CN114081026A',
    'CN 114081026 A',
    'cn 114081026',
    'CN.114081026.A',
    'ＣＮ　１１４０８１０２６　Ａ',
  ])('takes the publication out of a query with all its letters: %s', (printed) => {
    const { numbers, rest } = extractNumbers(`${printed} 水电站`)
    expect(numbers).toHaveLength(1)
    expect(numbers[0]).toContain('114081026')
    expect(rest.trim()).toBe('水电站')
  })

  it('leaves words beside a number alone, and out what is behind a minus sign', () => {
    expect(extractNumbers('CN 114081026 battery').rest.trim()).toBe('battery')
    expect(extractNumbers('CN95115608.3').numbers[0]).toContain('951156083')
    expect(extractNumbers('-CN 114081026 A').excluded).toHaveLength(1)
  })
})
