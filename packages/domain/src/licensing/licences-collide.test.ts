import { describe, expect, it } from 'vitest'
import { type GrantedLicence, licencesCollide } from './licences-collide.ts'

const licence = (
  terms: Partial<GrantedLicence['terms']> = {},
  dates: Partial<Pick<GrantedLicence, 'effectiveOn' | 'endsOn'>> = {},
): GrantedLicence => ({
  terms: {
    transferMode: 'exclusive_licence',
    exclusivity: 'exclusive',
    fieldOfUse: '制糖废水处理',
    territory: '450000',
    termMonths: 12,
    ...terms,
  },
  effectiveOn: '2026-01-01',
  endsOn: '2026-12-31',
  ...dates,
})
const ordinary = { transferMode: 'ordinary_licence', exclusivity: 'non_exclusive' } as const

describe('two licences of one right', () => {
  it.each([
    ['two exclusive ones', licence(), licence()],
    [
      'a sole and an ordinary one',
      licence({ transferMode: 'sole_licence', exclusivity: 'sole' }),
      licence(ordinary),
    ],
    ['one for the whole country', licence({ territory: '全国' }), licence(ordinary)],
    [
      'the last day of one is the first of the other',
      licence(),
      licence({}, { effectiveOn: '2026-12-31', endsOn: null }),
    ],
    ['the same words in another width', licence({ fieldOfUse: 'ＡＢ ' }), licence({ fieldOfUse: 'ab' })],
  ])('collide: %s', (_name, left, right) => {
    expect(licencesCollide(left, right)).toBe(true)
    expect(licencesCollide(right, left)).toBe(true)
  })

  it.each([
    ['two ordinary ones', licence(ordinary), licence(ordinary)],
    ['one after the other', licence(), licence({}, { effectiveOn: '2027-01-01', endsOn: '2027-12-31' })],
    ['another territory', licence(), licence({ territory: '440000' })],
    ['another field', licence(), licence({ fieldOfUse: '造纸' })],
    [
      'a service is no licence',
      licence(),
      licence({ transferMode: 'technical_service', exclusivity: 'not_applicable' }),
    ],
  ])('stand beside each other: %s', (_name, left, right) => {
    expect(licencesCollide(left, right)).toBe(false)
    expect(licencesCollide(right, left)).toBe(false)
  })
})
