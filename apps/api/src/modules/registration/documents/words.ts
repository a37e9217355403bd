import type { PdfContent } from '@market/adapters/documents'
import { type Fen, formatFen } from '@market/domain'
import { type CodeList, labelOf } from '@market/domain/codes'

/** Paper of the register is Chinese, with an English gloss beside each label for readers abroad. */
export const LANGUAGE = 'zh-CN'

export const yuan = (fen: Fen): string => formatFen(fen, 'yuan', 'zh-CN')

export const labelled = (list: CodeList, code: string | null): string =>
  code === null ? '—' : labelOf(list, code, LANGUAGE)

/** A row of a table of facts. */
export const fact = (zh: string, en: string, value: PdfContent): PdfContent[] => [
  { text: [zh, { text: `  ${en}`, fontSize: 7 }], style: 'label' },
  typeof value === 'string' ? { text: value } : value,
]

const LINE = '#d9ddd8'

/** Hairlines between rows and nothing else. */
export const QUIET_TABLE = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0,
  hLineColor: () => LINE,
  paddingTop: () => 4,
  paddingBottom: () => 4,
}
