import type { Locale } from './locale.ts'

/** Renminbi in fen, an integer. Safe up to 90 trillion yuan. */
export type Fen = number

export type MoneyUnit = 'yuan' | 'wan' | 'yi'

export const isFen = (value: unknown): value is Fen => Number.isSafeInteger(value)

const toHalfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))

/** Reads an amount typed in yuan ('1,234.56' → 123456); null when it is not one or finer than a fen. */
export const parseYuanToFen = (text: string): Fen | null => {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(toHalfWidth(text).trim())
  if (!match) return null
  const whole = (match[1] ?? '').replaceAll(',', '')
  const fen = Number(BigInt(whole) * 100n + BigInt((match[2] ?? '').padEnd(2, '0')))
  return Number.isSafeInteger(fen) ? fen : null
}

const groupThousands = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** Divides exactly and rounds half away from zero, so that no float touches an amount. */
const divideRounded = (fen: Fen, fenPerUnit: bigint, decimals: number): string => {
  const scale = 10n ** BigInt(decimals)
  const magnitude = BigInt(Math.abs(fen)) * scale
  const rounded = (magnitude * 2n + fenPerUnit) / (fenPerUnit * 2n)
  const sign = fen < 0 && rounded > 0n ? '-' : ''
  const whole = groupThousands(String(rounded / scale))
  const fraction = String(rounded % scale).padStart(decimals, '0')
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${fraction}`
}

const trimZeros = (text: string): string =>
  text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text

const ZH_UNITS = {
  yuan: { fen: 100n, name: '元' },
  wan: { fen: 1_000_000n, name: '万元' },
  yi: { fen: 10_000_000_000n, name: '亿元' },
} as const

const FEN_PER_MILLION = 100_000_000n

/**
 * Writes an amount for people: '1,234.56 元', '70,782 万元', '8 亿元'. English has no 万 or 亿, so both
 * read as millions: 'CNY 707.82 million'. Two decimals in yuan, at most two elsewhere (four for English 万).
 */
export const formatFen = (fen: Fen, unit: MoneyUnit, locale: Locale): string => {
  if (unit === 'yuan') {
    const text = divideRounded(fen, 100n, 2)
    return locale === 'en' ? `CNY ${text}` : `${text} 元`
  }
  if (locale === 'en') {
    return `CNY ${trimZeros(divideRounded(fen, FEN_PER_MILLION, unit === 'wan' ? 4 : 2))} million`
  }
  return `${trimZeros(divideRounded(fen, ZH_UNITS[unit].fen, 2))} ${ZH_UNITS[unit].name}`
}

/** The number in yuan with two decimals and thousands apart, for a table on paper whose head names the unit. */
export const formatYuanInTable = (fen: Fen): string => divideRounded(fen, 100n, 2)

/** The plain number in yuan with two decimals and no separators, as exports and inputs want it. */
export const formatYuan = (fen: Fen): string => divideRounded(fen, 100n, 2).replaceAll(',', '')

export const sumFen = (amounts: Iterable<Fen>): Fen => {
  let total = 0
  for (const amount of amounts) total += amount
  return total
}
