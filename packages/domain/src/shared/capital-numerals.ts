import type { Fen } from './money.ts'

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']
const PLACES = ['', '拾', '佰', '仟']

const digit = (value: number): string => DIGITS[value] ?? ''

/** Four digits in words; zeros between others are said once, those at the end not at all. */
const groupInWords = (group: number): string => {
  let words = ''
  let zero = false
  for (let place = 3; place >= 0; place -= 1) {
    const value = Math.floor(group / 10 ** place) % 10
    if (value === 0) zero = words !== ''
    else {
      words += `${zero ? '零' : ''}${digit(value)}${PLACES[place] ?? ''}`
      zero = false
    }
  }
  return words
}

/** Cuts a number at a unit (万, 亿) and says both halves; what does not reach the unit's own place below is led in by a zero. */
const saidBy =
  (unit: string, size: number, inWords: (half: number) => string) =>
  (value: number): string => {
    const [high, low] = [Math.floor(value / size), value % size]
    if (high === 0) return inWords(low)
    const gap = low > 0 && low < size / 10
    return `${inWords(high)}${unit}${gap ? '零' : ''}${inWords(low)}`
  }

const yuanInWords = saidBy('亿', 100_000_000, saidBy('万', 10_000, groupInWords))

/**
 * An amount in the capital numerals of Chinese vouchers: 人民币伍万元整. Takes whole fen from 0 on; 整 stands where no fen
 * follow. Legal source: the accounting rules on filling in vouchers (会计基础工作规范, art. 52).
 */
export const fenInCapitals = (fen: Fen): string => {
  const yuan = Math.floor(fen / 100)
  const [jiao, rest] = [Math.floor(fen / 10) % 10, fen % 10]
  const whole = yuan > 0 ? `${yuanInWords(yuan)}元` : fen === 0 ? '零元' : ''
  const tenths = jiao > 0 ? `${digit(jiao)}角` : rest > 0 && yuan > 0 ? '零' : ''
  return `人民币${whole}${tenths}${rest > 0 ? `${digit(rest)}分` : '整'}`
}
