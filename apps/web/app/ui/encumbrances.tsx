import type { EncumbranceLine } from '@market/contracts/rights'
import {
  findRegion,
  isCodeOf,
  LICENCE_KINDS,
  labelOf,
  RIGHT_ENDINGS,
  RIGHT_LEGAL_STATUSES,
  RIGHT_SOURCES,
  TECHNICAL_FIELDS,
} from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../lib/format.ts'
import { nameIn } from '../lib/i18n/locale.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import classes from './encumbrances.module.css'

/** What burdens one right, line by line: what is known, from where and as of when. */
export function EncumbranceLines({ lines }: { lines: readonly EncumbranceLine[] }) {
  const { t } = useTranslation('rights')
  const wordsOf = useLineWords()
  const sourceOf = useLineSource()
  return (
    <ul className={classes.lines}>
      {lines.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity of their own and never move
        <li key={place} className={classes.line} data-finding={line.finding}>
          <span className={classes.topic}>{t(`panel.topics.${line.topic}`)}</span>
          <div className={classes.words}>
            <p className={classes.what}>{wordsOf(line)}</p>
            <p className={classes.source}>{sourceOf(line)}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}

function useLineSource() {
  const { t } = useTranslation('rights')
  const locale = useLocale()
  return ({ source, checkedOn }: EncumbranceLine): string => {
    const checked = checkedOn
      ? t('panel.checked', { date: formatDay(checkedOn, locale) })
      : t('panel.neverChecked')
    if (source === null) return checked
    const name =
      source === 'market' || source === 'computed'
        ? t(`panel.sources.${source}`)
        : labelOf(RIGHT_SOURCES, source, locale)
    return locale === 'en' ? `${name}; ${checked}` : `${name}；${checked}`
  }
}

function useLineWords() {
  const { t } = useTranslation('rights')
  const locale = useLocale()
  const text = (value: string | number | null | undefined): string => (value == null ? '' : String(value))
  const day = (value: string | number | null | undefined): string =>
    typeof value === 'string' ? formatDay(value, locale) : ''
  const list = locale === 'en' ? ', ' : '、'
  const placeOf = (code: string): string => {
    if (code === '000000' || code === '100000' || code === '900000') return t(`panel.places.${code}`)
    const region = findRegion(code)
    return region ? nameIn(region, locale) : code
  }
  const fieldOf = (code: string): string =>
    code === 'all' ? t('panel.allFields') : labelOf(TECHNICAL_FIELDS, code, locale)

  const status = ({ facts }: EncumbranceLine): string => {
    const { ending, on, expiresOn } = facts
    if (isCodeOf(RIGHT_ENDINGS, ending)) {
      const reason = labelOf(RIGHT_ENDINGS, ending, locale)
      return on ? t('panel.ending', { reason, date: day(on) }) : t('panel.endingUndated', { reason })
    }
    const name = labelOf(RIGHT_LEGAL_STATUSES, text(facts.status), locale)
    return expiresOn
      ? t('panel.status', { status: name, date: day(expiresOn) })
      : t('panel.statusOnly', { status: name })
  }
  const fee = ({ facts, finding }: EncumbranceLine): string => {
    const { stage } = facts
    const key =
      finding === 'unknown'
        ? 'unknown'
        : stage === 'due_soon' || stage === 'in_grace' || stage === 'missed'
          ? stage
          : 'upcoming'
    return t(`panel.fee.${key}`, {
      year: text(facts.patentYear),
      due: day(facts.dueOn),
      grace: day(facts.graceEndsOn),
      surcharge: text(facts.surchargePercent),
    })
  }
  const licence = ({ facts }: EncumbranceLine): string => {
    const words = {
      kind: labelOf(LICENCE_KINDS, text(facts.kind), locale),
      place: text(facts.territories).split(' ').map(placeOf).join(list),
      field: text(facts.fields).split(' ').map(fieldOf).join(list),
      from: day(facts.startsOn),
    }
    return facts.endsOn
      ? t('panel.licenceUntil', { ...words, to: day(facts.endsOn) })
      : t('panel.licence', words)
  }
  return (line: EncumbranceLine): string => {
    const { topic, finding, facts } = line
    if (topic === 'status') return status(line)
    if (topic === 'fee') return fee(line)
    if (topic === 'co_owners') {
      const words = { count: Number(facts.count), owners: text(facts.owners) }
      return words.count > 1 ? t('panel.coOwners', words) : t('panel.owner', { owners: words.owners })
    }
    if (topic === 'public_funding') {
      if (finding === 'unknown') return t('panel.fundingUnknown')
      return finding === 'notice' ? t('panel.funded', { words: text(facts.words) }) : t('panel.notFunded')
    }
    if (finding === 'clear') return t(`panel.none.${topic}`)
    if (finding === 'unknown') return t(`panel.unknown.${topic}`)
    if (topic === 'licence') return licence(line)
    const date = facts.on ? t('panel.on', { date: day(facts.on) }) : ''
    return t(`panel.${topic}`, { party: text(facts.party) }) + date
  }
}
