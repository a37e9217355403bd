import { currentRegionCode } from '../codes/index.ts'
import type { FieldProblem } from '../index.ts'
import { parseIndustryCode, parseIpcSymbol } from './classification.ts'
import { parseRegionCode } from './region-code.ts'
import { identifierFieldProblem } from './typed-text.ts'

/** The codes that listings and needs are found by; any of them may still be missing in a draft. */
interface ClassesAndRegion {
  ipcSymbols: readonly string[]
  industryClass: string | null
  regionCode: string
}

/** Codes that are written but wrong. */
export const classAndRegionProblems = ({
  ipcSymbols,
  industryClass,
  regionCode,
}: ClassesAndRegion): FieldProblem[] => {
  const read = [
    ...ipcSymbols.map((symbol, index) => [`ipcSymbols.${index}`, parseIpcSymbol(symbol)] as const),
    ...(industryClass ? [['industryClass', parseIndustryCode(industryClass)] as const] : []),
    ['regionCode', parseRegionCode(regionCode)] as const,
  ]
  return read.flatMap(([path, result]) => (result.ok ? [] : [identifierFieldProblem(path, result)]))
}

const plain = (result: { ok: true; value: string } | { ok: false }, typed: string): string =>
  result.ok ? result.value : typed

/** The codes in their plain form, each once; a former region code becomes the one that followed it. */
export const plainClassesAndRegion = ({ ipcSymbols, industryClass, regionCode }: ClassesAndRegion) => ({
  ipcSymbols: [...new Set(ipcSymbols.map((symbol) => plain(parseIpcSymbol(symbol), symbol)))],
  industryClass: industryClass ? plain(parseIndustryCode(industryClass), industryClass) : null,
  regionCode: currentRegionCode(plain(parseRegionCode(regionCode), regionCode)),
})
