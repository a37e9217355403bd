import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fenInCapitals } from './capital-numerals.ts'

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1_000 }

const readGroup = (words: string): number => {
  let sum = 0
  let pending = 0
  for (const sign of words) {
    const place = PLACES[sign]
    if (place === undefined) pending = DIGITS.indexOf(sign)
    else {
      sum += pending * place
      pending = 0
    }
  }
  return sum + pending
}

/** What a clerk would read: the part before the last 亿 or 万, and the rest. */
const readYuan = (words: string): number => {
  for (const [unit, size] of [
    ['亿', 100_000_000],
    ['万', 10_000],
  ] as const) {
    const at = words.lastIndexOf(unit)
    if (at >= 0) return readYuan(words.slice(0, at)) * size + readYuan(words.slice(at + 1))
  }
  return readGroup(words)
}

const read = (words: string): number => {
  const {
    yuan = '',
    jiao = '',
    fen = '',
  } = /^人民币(?:(?<yuan>.+)元)?零?(?:(?<jiao>.)角)?(?:整|(?<fen>.)分)$/u.exec(words)?.groups ?? {}
  const digit = (sign: string) => (sign === '' ? 0 : DIGITS.indexOf(sign))
  return readYuan(yuan) * 100 + digit(jiao) * 10 + digit(fen)
}

describe('an amount in capital numerals', () => {
  it.each([
    [0, '人民币零元整'],
    [5, '人民币伍分'],
    [50, '人民币伍角整'],
    [1_000, '人民币壹拾元整'],
    [105_005, '人民币壹仟零伍拾元零伍分'],
    [168_032, '人民币壹仟陆佰捌拾元叁角贰分'],
    [5_000_000, '人民币伍万元整'],
    [10_700_053, '人民币壹拾万柒仟元伍角叁分'],
    [100_000_100, '人民币壹佰万零壹元整'],
    [600_070_000, '人民币陆佰万零柒佰元整'],
    [1_000_000_000_050, '人民币壹佰亿元伍角整'],
    [100_010_000_000_000, '人民币壹万零壹亿元整'],
    [10_001_000_000, '人民币壹亿零壹万元整'],
    [10_000_500_000, '人民币壹亿零伍仟元整'],
  ])('%i fen is %s', (fen, words) => {
    expect(fenInCapitals(fen)).toBe(words)
  })

  it('reads back as the same amount, with no zero twice and none before a unit', () => {
    const amounts = fc.oneof(fc.integer({ min: 0, max: 99_999_999_99 }), fc.maxSafeNat())
    fc.assert(
      fc.property(amounts, (fen) => {
        const words = fenInCapitals(fen)
        expect(read(words)).toBe(fen)
        expect(words).not.toMatch(/零零|零[拾佰仟万亿]/u)
      }),
    )
  })
})
