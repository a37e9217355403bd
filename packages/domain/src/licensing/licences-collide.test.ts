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
    [
      'fields that nobody chose are all of them',
      licence(),
      licence({ fieldOfUse: '造纸', fieldCodes: ['05'] }),
    ],
    ['a county lies in its region', licence(), licence({ territory: '', territoryCodes: ['450127'] })],
    ['words that name no known place are everywhere', licence(), licence({ territory: '华南' })],
  ])('collide: %s', (_name, left, right) => {
    expect(licencesCollide(left, right)).toBe(true)
    expect(licencesCollide(right, left)).toBe(true)
  })

  it.each([
    ['two ordinary ones', licence(ordinary), licence(ordinary)],
    ['one after the other', licence(), licence({}, { effectiveOn: '2027-01-01', endsOn: '2027-12-31' })],
    ['another territory', licence(), licence({ territory: '440000' })],
    ['another field', licence({ fieldCodes: ['07'] }), licence({ fieldCodes: ['05', '09'] })],
    ['another place by name', licence({ territory: '广西' }), licence({ territory: '广东省、海南' })],
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
