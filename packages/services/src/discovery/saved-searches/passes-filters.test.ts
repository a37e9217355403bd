import { sampleDocument } from '@market/search/testing'
import { describe, expect, it } from 'vitest'
import { passesFilters } from './passes-filters.ts'
import { storedFilters } from './stored-filters.ts'

const document = sampleDocument(1, {
  ipcSymbols: ['H01M 10/0525', 'C01B 32/184'],
  rightFiledOn: ['2023-01-03'],
  maturityLevel: 6,
  priceFen: 30_000_000,
})
const unpriced = sampleDocument(2, { priceMode: 'negotiable', priceFen: null, maturityLevel: null })

type Asked = Partial<Parameters<typeof storedFilters>[0]>
const passes = (asked: Asked, one = document) => passesFilters(one, storedFilters({ filters: {}, ...asked }))

describe('the filters of a saved search', () => {
  it.each<[string, Asked, boolean]>([
    ['nothing chosen', { filters: { kind: [] } }, true],
    ['a field of the document', { filters: { transferModes: ['ordinary_licence'] } }, true],
    ['the price band', { filters: { priceBand: ['20-100'] } }, true],
    ['the band below', { filters: { priceBand: ['5-20', 'none'] } }, false],
    ['the IPC section', { filters: { ipc: ['H'] } }, true],
    ['the IPC class', { filters: { ipc: ['A01', 'C01'] } }, true],
    ['the IPC subclass', { filters: { ipc: ['H01M'] } }, true],
    ['another IPC subclass', { filters: { ipc: ['H01L'] } }, false],
    ['a band it is in and a class it is not', { filters: { priceBand: ['20-100'], ipc: ['A'] } }, false],
    ['the ends of ranges', { ranges: { priceFen: { min: 30_000_000, max: 30_000_000 } } }, true],
    ['a range above', { ranges: { priceFen: { min: 30_000_001 } } }, false],
    ['a range below', { ranges: { maturityLevel: { min: 1, max: 5 } } }, false],
    [
      'a range and a level outside',
      { filters: { maturityLevel: ['5'] }, ranges: { maturityLevel: { min: 6 } } },
      false,
    ],
    ['a range without ends', { ranges: { priceFen: { min: undefined, max: undefined } } }, true],
  ])('%s', (_, asked, passed) => {
    expect(passes(asked)).toBe(passed)
  })

  it('leave what has no figure outside every range, and in the band of its own', () => {
    expect(passes({ ranges: { priceFen: { min: 0 } } }, unpriced)).toBe(false)
    expect(passes({ ranges: { maturityLevel: { max: 9 } } }, unpriced)).toBe(false)
    expect(passes({ filters: { priceBand: ['none'] } }, unpriced)).toBe(true)
  })
})
