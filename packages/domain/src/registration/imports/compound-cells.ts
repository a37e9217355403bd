import {
  type CodeList,
  labelOf,
  NON_TECHNICAL_KINDS,
  type NonTechnicalKind,
  PARTY_TRAITS,
  type PartyTrait,
} from '../../codes/index.ts'
import { formatYuan } from '../../index.ts'
import { amountOfCell, codeOfCell } from '../../tables/index.ts'
import type { NonTechnicalItem } from '../form-supplement.ts'

/** Between the values of one cell. */
const BETWEEN_TRAITS = /[、,，;；]/
const BETWEEN_PARTS = '｜'

const name = (codes: CodeList, code: string): string => labelOf(codes, code, 'zh-CN')

export const writeTraits = (traits: readonly PartyTrait[]): string =>
  traits.map((trait) => name(PARTY_TRAITS, trait)).join('、')

/** Codes or names, apart by commas; null when one of them is unknown. */
export const readTraits = (text: string): PartyTrait[] | null => {
  const named = text.split(BETWEEN_TRAITS).filter((part) => part.trim() !== '')
  const traits = named.map((part) => codeOfCell(part, PARTY_TRAITS))
  const known = traits.filter((trait) => trait !== null)
  return known.length === traits.length ? known : null
}

const escaped = (words: string): string =>
  words.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
const MEANT: Readonly<Record<string, string>> = { n: '\n', r: '\r' }
const readEscaped = (words: string): string =>
  words.replaceAll(/\\(.)/g, (_, letter: string) => MEANT[letter] ?? letter)

/** One item a line: kind｜amount in yuan｜words. */
export const writeItems = (items: readonly NonTechnicalItem[]): string =>
  items
    .map(({ kind, amountFen, words }) => {
      const parts = [name(NON_TECHNICAL_KINDS, kind), formatYuan(amountFen)]
      return [...parts, ...(words === '' ? [] : [escaped(words)])].join(BETWEEN_PARTS)
    })
    .join('\n')

/** Kind, amount and, after the second bar, words; these may hold bars of their own. */
const ITEM = /^([^｜|]*)[｜|]([^｜|]*)(?:[｜|](.*))?$/s

const readItem = (line: string): NonTechnicalItem | null => {
  const [, kindText = '', amountText = '', words = ''] = ITEM.exec(line) ?? []
  const kind: NonTechnicalKind | null = codeOfCell(kindText.trim(), NON_TECHNICAL_KINDS)
  const amountFen = amountOfCell(amountText.trim())
  if (kind === null || amountFen === null) return null
  return { kind, amountFen, words: readEscaped(words) }
}

/** The items of a cell; null when a line of it is none. */
export const readItems = (text: string): NonTechnicalItem[] | null => {
  const items = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(readItem)
  const known = items.filter((item) => item !== null)
  return known.length === items.length ? known : null
}
