import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DEFAULT_NDA,
  isMarkable,
  type NdaFacts,
  ndaLastDay,
  ndaStanding,
  ndaTemplateProblems,
  renderNda,
} from './index.ts'

const facts: NdaFacts = {
  ownerZh: '广西某大学',
  ownerEn: 'A University',
  readerZh: '南宁某公司',
  readerEn: '',
  listingZh: '吸附材料',
  listingEn: 'An adsorbent',
}
const template = { ...DEFAULT_NDA, months: 12 }

describe('the agreement of secrecy', () => {
  it('has a default text that may be used, in both languages', () => {
    expect(ndaTemplateProblems(template)).toEqual([])
    const { bodyZh, bodyEn } = renderNda(template, facts)
    expect(bodyZh).toContain('接收方：南宁某公司')
    expect(bodyEn).toContain('Recipient: 南宁某公司')
    expect(bodyZh + bodyEn).not.toMatch(/\{(owner|reader|listing|months)\}/)
    expect(bodyZh).toContain('12 个月')
  })

  it('names every part of a text that cannot be used', () => {
    const problems = ndaTemplateProblems({ bodyZh: '{owner}与{reader}', bodyEn: '', months: 0 })
    expect(problems.map(({ path, code }) => [path, code])).toEqual([
      ['bodyZh', 'nda.names_missing'],
      ['bodyEn', 'field.required'],
      ['months', 'nda.months_out_of_range'],
    ])
  })

  it('fills in no name twice, whatever the names are', () => {
    const { bodyZh } = renderNda(template, { ...facts, ownerZh: '{reader}' })
    expect(bodyZh).toContain('披露方：{reader}')
  })

  it('is in force from its first day to its last, unless withdrawn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (months) => {
        const expiresOn = ndaLastDay('2026-03-31', months)
        const life = { expiresOn, withdrawnAt: null }
        expect(ndaStanding(life, '2026-03-31')).toBe('in_force')
        expect(ndaStanding(life, expiresOn)).toBe('in_force')
        expect(ndaStanding(life, '2099-01-01')).toBe('expired')
        expect(ndaStanding({ expiresOn, withdrawnAt: new Date() }, '2026-03-31')).toBe('withdrawn')
      }),
    )
  })

  it('marks documents and pictures, and no films', () => {
    expect(['application/pdf', 'image/webp', 'video/mp4'].map(isMarkable)).toEqual([true, true, false])
  })
})
