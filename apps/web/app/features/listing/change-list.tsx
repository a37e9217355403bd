import type { ContentChange } from '@market/contracts/listings'
import { formatFen } from '@market/domain'
import {
  LISTING_KINDS,
  labelOf,
  MATURITY_LEVELS,
  PLAN_INDUSTRIES,
  PRICE_MODES,
  TECHNICAL_FIELDS,
  TRANSFER_MODES,
} from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import type { Locale } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { ChangedText } from '../../ui/changed-text.tsx'
import classes from './listing.module.css'

type ValueChange = Extract<ContentChange, { kind: 'value' }>
type RowChange = Extract<ContentChange, { kind: 'rows' }>

const CODES = new Map<string, Parameters<typeof labelOf>[0]>([
  ['kind', LISTING_KINDS],
  ['maturityLevel', MATURITY_LEVELS],
  ['planIndustry', PLAN_INDUSTRIES],
  ['priceMode', PRICE_MODES],
  ['technicalField', TECHNICAL_FIELDS],
  ['transferModes', TRANSFER_MODES],
])

/** A code or an amount as a person reads it; numbers of classes and places stay as they are. */
const inWords = (field: string, values: readonly string[], locale: Locale): string[] => {
  const codes = CODES.get(field)
  if (codes) return values.map((code) => labelOf(codes, code, locale))
  if (field.endsWith('Fen')) return values.map((fen) => formatFen(Number(fen), 'yuan', locale))
  return [...values]
}

const LANGUAGES = { Zh: 'zh-CN', En: 'en' } as const

/** 'titleEn' is the title, in English; 'kind' is in no language. */
const partOf = (field: string): { part: string; language: 'Zh' | 'En' | null } => {
  const language = field.endsWith('Zh') ? 'Zh' : field.endsWith('En') ? 'En' : null
  return { part: language === null ? field : field.slice(0, -2), language }
}

/** What one publication changed, part by part; texts word by word. */
export function ChangeList({ changes }: { changes: readonly ContentChange[] }) {
  const { t } = useTranslation('listing')
  return (
    <dl className={classes.changes}>
      {changes.map((change) => {
        const { part, language } = partOf(change.field)
        return (
          <div key={change.field}>
            <dt>
              {t(`changes.parts.${part}` as 'changes.parts.title')}
              {language && ` · ${t(`changes.in${language}`)}`}
            </dt>
            <dd lang={language ? LANGUAGES[language] : undefined}>
              {change.kind === 'text' && <ChangedText segments={change.segments} />}
              {change.kind === 'value' && <ChangedValue change={change} />}
              {change.kind === 'rows' && <ChangedRows change={change} />}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function ChangedValue({ change: { field, before, after } }: { change: ValueChange }) {
  const { t } = useTranslation('listing')
  const locale = useLocale()
  const separator = locale === 'en' ? ', ' : '、'
  const [old, now] = [before, after].map((values) => inWords(field, values, locale).join(separator))
  return (
    <>
      {old ? <del>{old}</del> : <span>{t('changes.nothing')}</span>} →{' '}
      {now ? <ins>{now}</ins> : <span>{t('changes.nothing')}</span>}
    </>
  )
}

function ChangedRows({ change }: { change: RowChange }) {
  const { t } = useTranslation('listing')
  const locale = useLocale()
  const kinds = (['added', 'changed', 'removed'] as const).filter((kind) => change[kind].length > 0)
  return (
    <ul>
      {kinds.map((kind) => (
        <li key={kind}>
          {t(`changes.${kind}`)} {change[kind].join(locale === 'en' ? ', ' : '、')}
        </li>
      ))}
    </ul>
  )
}
