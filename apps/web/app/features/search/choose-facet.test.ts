import { describe, expect, it } from 'vitest'
import { withChosen, withoutChosen } from './choose-facet.ts'

const chosen = (search: string, facet: string, ...values: string[]) =>
  withChosen(new URLSearchParams(search), facet, values).toString()

describe('the address of a chosen facet', () => {
  it('adds the value to those of its facet and begins at the first page', () => {
    expect(chosen('q=board&mode=assignment&cursor=abc', 'mode', 'ordinary_licence')).toBe(
      'q=board&mode=assignment&mode=ordinary_licence',
    )
    expect(chosen('planIndustry=food', 'planIndustry', 'food', 'chemicals')).toBe(
      'planIndustry=food&planIndustry=chemicals',
    )
  })

  it.each([
    ['ipc=H', 'H01', 'ipc=H01'],
    ['ipc=H01&ipc=A61', 'H01M', 'ipc=A61&ipc=H01M'],
    ['ipc=H01M&ipc=H01L&ipc=A61', 'H', 'ipc=A61&ipc=H'],
    ['ipc=H01', 'H02', 'ipc=H01&ipc=H02'],
  ])('narrows %s by %s in the classification, or widens it', (search, value, expected) => {
    expect(chosen(search, 'ipc', value)).toBe(expected)
  })

  it('leaves the range of its own facet, which its count did not regard', () => {
    const search = 'priceMin=100&priceMax=900&maturityMin=6'
    expect(chosen(search, 'price', '5-20')).toBe('maturityMin=6&price=5-20')
    expect(chosen(search, 'maturity', '4')).toBe('priceMin=100&priceMax=900&maturity=4')
    expect(chosen(search, 'kind', 'know_how')).toBe(`${search}&kind=know_how`)
  })

  it('is as before when let go of', () => {
    const search = new URLSearchParams('ipc=H01M&ipc=A61&maturityMin=6&cursor=abc')
    expect(withoutChosen(search, 'ipc', ['H01M']).toString()).toBe('ipc=A61&maturityMin=6')
  })
})
