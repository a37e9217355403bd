import { describe, expect, it } from 'vitest'
import { endedBy, mailChoicesOf } from './index.ts'

describe('mail classes', () => {
  const choices = mailChoicesOf([
    { mailClass: 'money', delivery: 'daily' },
    { mailClass: 'needs', delivery: 'daily' },
    { mailClass: 'talks', delivery: 'inbox' },
  ])

  it('come at once unless something else was chosen', () => {
    expect(choices).toEqual({
      talks: 'inbox',
      contracts: 'instant',
      money: 'daily',
      register: 'instant',
      listings: 'instant',
      needs: 'daily',
    })
  })

  it('are ended one by one, or as the digest that gathers several', () => {
    expect(endedBy('contracts', choices)).toEqual(['contracts'])
    expect(endedBy('talks', choices)).toEqual([])
    expect(endedBy('digest', choices)).toEqual(['money', 'needs'])
  })
})
