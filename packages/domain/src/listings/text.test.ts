import { describe, expect, it } from 'vitest'
import { moveText, textAllows } from './index.ts'

describe('the text of a listing', () => {
  it('goes from draft through review to the public', () => {
    const submitted = moveText({ state: 'draft', changesState: null }, 'submit')
    expect(moveText(submitted, 'return')).toEqual({ state: 'draft', changesState: null })
    expect(moveText(submitted, 'publish')).toEqual({ state: 'published', changesState: null })
  })

  it.each(['published', 'under_negotiation'] as const)('stays %s while its changes are reviewed', (state) => {
    const edited = moveText({ state, changesState: null }, 'edit')
    expect(edited).toEqual({ state, changesState: 'draft' })
    const submitted = moveText(edited, 'submit')
    expect(submitted).toEqual({ state, changesState: 'submitted' })
    expect(moveText(submitted, 'return')).toEqual(edited)
    expect(moveText(submitted, 'publish')).toEqual({ state, changesState: null })
    expect(moveText(submitted, 'discard')).toEqual({ state, changesState: null })
  })

  it('cannot be edited while it is being reviewed', () => {
    expect(textAllows({ state: 'submitted', changesState: null }, 'edit')).toBe(false)
    expect(textAllows({ state: 'published', changesState: 'submitted' }, 'edit')).toBe(false)
    expect(() => moveText({ state: 'published', changesState: 'submitted' }, 'edit')).toThrow(
      'listing.wrong_state',
    )
  })

  it.each(['transferred', 'withdrawn', 'expired'] as const)('is closed once %s', (state) => {
    expect(() => moveText({ state, changesState: null }, 'edit')).toThrow('listing.wrong_state')
    expect(() => moveText({ state, changesState: 'draft' }, 'discard')).toThrow('listing.wrong_state')
  })
})
