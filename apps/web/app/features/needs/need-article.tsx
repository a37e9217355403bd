import type { Need } from '@market/contracts/demands'
import {
  COOPERATION_MODES,
  IP_WISHES,
  labelOf,
  MATURITY_LEVELS,
  NEED_TYPES,
  PLAN_INDUSTRIES,
  TECHNICAL_FIELDS,
} from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { Documents } from '../../ui/attachments/documents.tsx'
import { Gallery } from '../../ui/attachments/gallery.tsx'
import { Day } from '../../ui/day.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Money } from '../../ui/money.tsx'
import { Budget } from './budget.tsx'
import classes from './needs.module.css'

const TEXTS = ['problem', 'goal', 'necessity', 'benchmark', 'conditions'] as const

/** What a company needs, its measurable goal first of all. */
export function NeedArticle({ need }: { need: Need }) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  return (
    <>
      {TEXTS.map((name) => {
        const text = pick(need, name, locale)
        if (text === '') return null
        return (
          <section key={name} className={classes.section}>
            <h2>{t(`fields.${name}`)}</h2>
            <p className={classes.words}>{text}</p>
            {name === 'goal' && <Indicators need={need} />}
          </section>
        )
      })}
      <Gallery attachments={need.attachments} />
      <Documents attachments={need.attachments} />
    </>
  )
}

function Indicators({ need }: { need: Need }) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  if (need.indicators.length === 0) return null
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className="visually-hidden">{t('fields.indicators')}</caption>
        <thead>
          <tr>
            {(['name', 'unit', 'present', 'target'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`indicator.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {need.indicators.map((indicator) => (
            <tr key={`${indicator.nameZh}${indicator.target}`}>
              <th scope="row">{pick(indicator, 'name', locale)}</th>
              <td>{indicator.unit}</td>
              <td>{indicator.present}</td>
              <td>{indicator.target}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function NeedFacts({ need }: { need: Need }) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  const { organization, solverShareFen, maturityLevel } = need
  const level = MATURITY_LEVELS.find((one) => one.level === maturityLevel)
  return (
    <Facts>
      <Fact label={t('facts.poster')}>
        {organization ? (
          <Link to={paths.organization(organization.id)}>{pick(organization, 'name', locale)}</Link>
        ) : (
          t('facts.unnamed')
        )}
      </Fact>
      <Fact label={t('fields.type')}>{need.type ? labelOf(NEED_TYPES, need.type, locale) : '–'}</Fact>
      <Fact label={t('fields.budget')}>
        <Budget need={need} />
      </Fact>
      {solverShareFen !== null && (
        <Fact label={t('fields.solverShareFen')}>
          <Money fen={solverShareFen} />
        </Fact>
      )}
      <Fact label={t('fields.deadlineOn')}>{need.deadlineOn ? <Day date={need.deadlineOn} /> : '–'}</Fact>
      <Fact label={t('fields.cooperationModes')}>
        {need.cooperationModes.map((mode) => labelOf(COOPERATION_MODES, mode, locale)).join(' · ')}
      </Fact>
      <Fact label={t('fields.ipWish')}>{need.ipWish ? labelOf(IP_WISHES, need.ipWish, locale) : '–'}</Fact>
      <Fact label={t('fields.technicalField')}>
        {need.technicalField ? labelOf(TECHNICAL_FIELDS, need.technicalField, locale) : '–'}
      </Fact>
      <Fact label={t('fields.planIndustry')}>
        {need.planIndustry ? labelOf(PLAN_INDUSTRIES, need.planIndustry, locale) : '–'}
      </Fact>
      {level && <Fact label={t('fields.maturityLevel')}>{locale === 'en' ? level.en : level.zh}</Fact>}
      {need.contactShown && need.contactName !== '' && (
        <Fact label={t('facts.contact')}>
          {[need.contactName, need.contactPhone, need.contactEmail].filter((part) => part !== '').join(' · ')}
        </Fact>
      )}
    </Facts>
  )
}
