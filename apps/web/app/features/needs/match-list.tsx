import type { Match } from '@market/contracts/demands'
import { formatFen } from '@market/domain'
import {
  COOPERATION_MODES,
  labelOf,
  MISFIT_REASONS,
  PLAN_INDUSTRIES,
  TECHNICAL_FIELDS,
  TRANSFER_MODES,
} from '@market/domain/codes'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { colonIn, type Locale, nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { wordsInLocale } from '../../lib/shared-words.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { SelectField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import classes from './needs.module.css'

const LISTS: Partial<Record<string, Parameters<typeof labelOf>[0]>> = {
  field: TECHNICAL_FIELDS,
  planIndustry: PLAN_INDUSTRIES,
  modes: TRANSFER_MODES,
  cooperation: COOPERATION_MODES,
}

/** What both share, behind a colon; empty where the factor says it all. */
const sharedIn = (factor: string, shared: readonly string[], locale: Locale): string => {
  const words = factor === 'terms' ? wordsInLocale(shared, locale) : shared
  if (factor === 'region' || words.length === 0) return ''
  const list = LISTS[factor]
  const comma = locale === 'en' ? ', ' : '、'
  return colonIn(locale) + words.map((code) => (list ? labelOf(list, code, locale) : code)).join(comma)
}

interface MatchItemProps {
  match: Match
  title: ReactNode
  note?: ReactNode
  /** What the judgement is about: names of the hidden fields and their values. */
  about: Record<string, string>
  judges: boolean
}

/** One pair with its score, what speaks for it and what against, and a place to say whether it fits. */
export function MatchItem({ match, title, note, about, judges }: MatchItemProps) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  const params = ({ priceFen, budgetMaxFen, ...rest }: Match['concerns'][number]['params']) => ({
    ...rest,
    price: typeof priceFen === 'number' ? formatFen(priceFen, 'wan', locale) : '',
    budget: typeof budgetMaxFen === 'number' ? formatFen(budgetMaxFen, 'wan', locale) : '',
  })
  return (
    <article className={classes.match}>
      <h2>{title}</h2>
      <p className={classes.score}>
        {t('match.score', { score: match.score })}
        {note && <> · {note}</>}
        {match.judgement && <> · {t(match.judgement.fits ? 'match.saidFits' : 'match.saidMisfit')}</>}
      </p>
      <ul aria-label={t('match.for')}>
        {match.reasons.map(({ factor, shared, points }) => (
          <li key={factor}>
            {t(`factors.${factor}`)}
            {sharedIn(factor, shared, locale)} (+{points})
          </li>
        ))}
      </ul>
      {match.concerns.length > 0 && (
        <ul className={classes.against} aria-label={t('match.against')}>
          {match.concerns.map((concern) => (
            <li key={concern.code}>
              {t(`concerns.${concern.code}` as 'concerns.over_budget', params(concern.params))} (−
              {concern.points})
            </li>
          ))}
        </ul>
      )}
      {judges && <Judge about={about} />}
    </article>
  )
}

function Judge({ about }: { about: Record<string, string> }) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  const hidden = Object.entries(about).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
  return (
    <ActionPanels>
      <MarketForm problem={undefined}>
        {hidden}
        <SubmitButton name="intent" value="fits" variant="default">
          {t('match.fits')}
        </SubmitButton>
      </MarketForm>
      <ActionPanel label={t('match.misfit')}>
        <MarketForm problem={undefined}>
          {hidden}
          <SelectField
            path="misfit"
            id={`misfit-${Object.values(about).join('-')}`}
            label={t('match.why')}
            data={MISFIT_REASONS.map((item) => ({ value: item.code, label: nameIn(item, locale) }))}
          />
          <SubmitButton name="intent" value="misfit" size="xs">
            {t('match.send')}
          </SubmitButton>
        </MarketForm>
      </ActionPanel>
    </ActionPanels>
  )
}
