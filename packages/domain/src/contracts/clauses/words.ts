import type { CodeList } from '../../codes/index.ts'
import { labelOf } from '../../codes/index.ts'
import { type CalendarDate, type Fen, formatFen } from '../../index.ts'
import type { Bilingual, ContractType } from '../../regimes/index.ts'

/** What the two sides are called, buyer's side (甲方) first. */
const ROLES: Readonly<Record<ContractType, { buyer: Bilingual; seller: Bilingual }>> = {
  KF: {
    buyer: { zh: '委托方', en: 'Client' },
    seller: { zh: '研究开发方', en: 'Developer' },
  },
  ZR: { buyer: { zh: '受让人', en: 'Assignee' }, seller: { zh: '让与人', en: 'Assignor' } },
  XK: { buyer: { zh: '被许可人', en: 'Licensee' }, seller: { zh: '许可人', en: 'Licensor' } },
  ZX: { buyer: { zh: '委托人', en: 'Client' }, seller: { zh: '受托人', en: 'Consultant' } },
  FW: { buyer: { zh: '委托人', en: 'Client' }, seller: { zh: '受托人', en: 'Service provider' } },
}

export const rolesOf = (type: ContractType) => ROLES[type]

/** Amounts as both languages write them: yuan and fen, never rounded. */
export const money = (fen: Fen): Bilingual => ({
  zh: `人民币${formatFen(fen, 'yuan', 'zh-CN').replace(' ', '')}`,
  en: formatFen(fen, 'yuan', 'en'),
})

export const day = (date: CalendarDate): Bilingual => {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-')
  return { zh: `${year}年${Number(month)}月${Number(dayOfMonth)}日`, en: date }
}

export const label = (codes: CodeList, code: string): Bilingual => ({
  zh: labelOf(codes, code, 'zh-CN'),
  en: labelOf(codes, code, 'en'),
})

/** Words of the parties stand in both languages as they were written. */
export const asWritten = (words: string): Bilingual => ({ zh: words.trim(), en: words.trim() })

/** Paragraphs, one a line; what does not apply is left out. */
export const paragraphs = (...parts: readonly (Bilingual | null | false)[]): Bilingual => {
  const said = parts.filter((part) => part !== null && part !== false)
  return { zh: said.map(({ zh }) => zh).join('\n'), en: said.map(({ en }) => en).join('\n') }
}

/** Paragraphs with numbers in front. */
export const numbered = (...parts: readonly (Bilingual | null | false)[]): Bilingual =>
  paragraphs(
    ...parts
      .filter((part) => part !== null && part !== false)
      .map(({ zh, en }, index) => ({ zh: `${index + 1}. ${zh}`, en: `${index + 1}. ${en}` })),
  )
