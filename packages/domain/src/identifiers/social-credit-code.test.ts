import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSocialCreditCode, socialCreditCheckCharacter } from './index.ts'

describe('unified social credit code', () => {
  it.each([
    '91110000600037341L',
    '91450100MA5N00015K',
    '1245010049850001XN',
    '12100000400000624D',
    '12100000400000456B',
    '12440300455752807L',
  ])('accepts %s', (value) => {
    expect(parseSocialCreditCode(value)).toMatchObject({ ok: true, value, warnings: [] })
  })

  it('accepts spaces, small letters and full width', () => {
    expect(parseSocialCreditCode(' 9111 0000 ６００037341l')).toMatchObject({
      ok: true,
      value: '91110000600037341L',
    })
  })

  it.each(['12100000400000624X', '12100000400000086T', '12100000400000000A'])(
    'refuses %s at its last character',
    (typed) => {
      expect(parseSocialCreditCode(typed)).toMatchObject({
        ok: false,
        code: 'social_credit_code.wrong_check_character',
        position: 18,
      })
    },
  )

  it('says which character should stand there', () => {
    expect(parseSocialCreditCode('1210 0000 4000 0062 4X')).toMatchObject({ position: 22, expected: 'D' })
    expect(parseSocialCreditCode('9111O000600037341L')).toMatchObject({ position: 5, expected: '0-9' })
    expect(parseSocialCreditCode('91110000600037341')).toMatchObject({
      code: 'social_credit_code.too_short',
      position: 18,
    })
  })

  it('only warns when the organization part has its own check digit wrong', () => {
    const first17 = '91310101MA1FPX124'
    const result = parseSocialCreditCode(`${first17}${socialCreditCheckCharacter(first17)}`)
    expect(result).toMatchObject({ ok: true })
    expect(parseSocialCreditCode('91310101MA1FPX1234')).toMatchObject({
      ok: true,
      warnings: [{ position: 17 }],
    })
  })

  it('catches every single wrong character', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...alphabet), { minLength: 9, maxLength: 9 }),
        fc.integer({ min: 0, max: 8 }),
        fc.constantFrom(...alphabet),
        (body, at, other) => {
          fc.pre(body[at] !== other)
          const first17 = `91450100${body.join('')}`
          const check = socialCreditCheckCharacter(first17)
          expect(parseSocialCreditCode(first17 + check).ok).toBe(true)
          const wrong = [...body]
          wrong[at] = other
          expect(parseSocialCreditCode(`91450100${wrong.join('')}${check}`).ok).toBe(false)
        },
      ),
    )
  })
})
