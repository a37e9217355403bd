import type { Locale } from '../index.ts'

export interface CodeItem<Code extends string = string> {
  readonly code: Code
  readonly zh: string
  readonly en: string
}

export type CodeList<Code extends string = string> = readonly CodeItem<Code>[]

/** The union of the codes of a list declared `as const`. */
export type CodeOf<List extends CodeList> = List[number]['code']

/** The codes alone, as a tuple fit for a schema's enumeration. */
export const codesOf = <Code extends string>(list: CodeList<Code>): [Code, ...Code[]] =>
  list.map((item) => item.code) as [Code, ...Code[]]

export const isCodeOf = <Code extends string>(list: CodeList<Code>, code: unknown): code is Code =>
  list.some((item) => item.code === code)

export const findCode = <Item extends CodeItem>(list: readonly Item[], code: string): Item | undefined =>
  list.find((item) => item.code === code)

/** The name of a code in a language; the code itself when the list does not know it. */
export const labelOf = (list: CodeList, code: string, locale: Locale): string => {
  const item = findCode(list, code)
  if (!item) return code
  return locale === 'en' ? item.en : item.zh
}
