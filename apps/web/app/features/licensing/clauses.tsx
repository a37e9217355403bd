import type { TermSheet } from '@market/contracts/licensing'
import { type CodeItem, EXCLUSIVITIES, labelOf, TRANSFER_MODES } from '@market/domain/codes'
import {
  AUDIT_RULES,
  IMPROVEMENT_RULES,
  REPORT_RULES,
  RESULT_OWNERS,
  ROYALTY_BASES,
  SUBLICENCES,
} from '@market/domain/licensing'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Day } from '../../ui/day.tsx'
import { Money } from '../../ui/money.tsx'
import { useFieldNames, usePlaceNames } from './coverage-fields.tsx'
import classes from './licensing.module.css'
import { Term } from './term.tsx'

export interface Clause {
  key: keyof TermSheet
  label: string
  show: (terms: TermSheet) => ReactNode
}

/** The clauses of a term sheet, in the order people read them. */
export function useClauses(): Clause[] {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  const placeNames = usePlaceNames()
  const fieldNames = useFieldNames()
  const unsaid = t('terms.unsaid')
  const coded = (
    key: 'sublicence' | 'royaltyBase' | 'improvements' | 'resultOwner' | 'audit' | 'reports',
    codes: readonly CodeItem[],
  ): Clause => ({
    key,
    label: t(`fields.${key}`),
    show: (terms) => (terms[key] ? labelOf(codes, terms[key], locale) : unsaid),
  })
  const counted = (key: 'knowHowDays' | 'terminationDays'): Clause => ({
    key,
    label: t(`fields.${key}`),
    show: ({ [key]: days }) => (days === undefined ? unsaid : t('terms.days', { count: days })),
  })
  return [
    {
      key: 'transferMode',
      label: t('fields.transferMode'),
      show: ({ transferMode }) => labelOf(TRANSFER_MODES, transferMode, locale),
    },
    {
      key: 'exclusivity',
      label: t('fields.exclusivity'),
      show: ({ exclusivity }) => labelOf(EXCLUSIVITIES, exclusivity, locale),
    },
    coded('sublicence', SUBLICENCES),
    {
      key: 'fieldOfUse',
      label: t('fields.fieldOfUse'),
      show: ({ fieldOfUse }) => fieldOfUse || t('terms.open'),
    },
    {
      key: 'territory',
      label: t('fields.territory'),
      show: ({ territory }) => territory || t('terms.open'),
    },
    {
      key: 'territoryCodes',
      label: t('coverage.territories'),
      show: ({ territoryCodes }) =>
        territoryCodes?.length ? placeNames(territoryCodes) : t('coverage.asWritten'),
    },
    {
      key: 'fieldCodes',
      label: t('coverage.fields'),
      show: ({ fieldCodes }) => (fieldCodes?.length ? fieldNames(fieldCodes) : t('coverage.everyField')),
    },
    {
      key: 'termMonths',
      label: t('fields.termMonths'),
      show: ({ termMonths }) => <Term months={termMonths} />,
    },
    {
      key: 'totalFen',
      label: t('fields.totalFen'),
      show: ({ totalFen }) => <Money fen={totalFen} unit="yuan" />,
    },
    {
      key: 'upfrontFen',
      label: t('fields.upfrontFen'),
      show: ({ upfrontFen }) => <Money fen={upfrontFen} unit="yuan" />,
    },
    {
      key: 'instalments',
      label: t('fields.instalments'),
      show: ({ instalments }) =>
        instalments?.length ? (
          <ul className={classes.plain}>
            {instalments.map(({ title, amountFen, on }) => (
              <li key={`${title} ${amountFen} ${on}`}>
                {title} · <Money fen={amountFen} unit="yuan" />
                {on && (
                  <>
                    {' · '}
                    <Day date={on} />
                  </>
                )}
              </li>
            ))}
          </ul>
        ) : (
          unsaid
        ),
    },
    {
      key: 'useFirst',
      label: t('fields.useFirst'),
      show: ({ useFirst }) => (useFirst === undefined ? unsaid : <Deferred {...useFirst} />),
    },
    {
      key: 'royaltyRatePercent',
      label: t('fields.royaltyRatePercent'),
      show: ({ royaltyRatePercent: rate }) => (rate === null ? t('terms.noRoyalty') : `${rate} %`),
    },
    coded('royaltyBase', ROYALTY_BASES),
    {
      key: 'royaltySteps',
      label: t('fields.royaltySteps'),
      show: ({ royaltySteps }) =>
        royaltySteps?.length ? (
          <ul className={classes.plain}>
            {royaltySteps.map(({ fromFen, ratePercent }) => (
              <li key={fromFen}>
                {t('terms.from')} <Money fen={fromFen} unit="yuan" /> · {ratePercent} %
              </li>
            ))}
          </ul>
        ) : (
          unsaid
        ),
    },
    {
      key: 'minimumRoyaltyFen',
      label: t('fields.minimumRoyaltyFen'),
      show: ({ minimumRoyaltyFen: fen }) => (fen === undefined ? unsaid : <Money fen={fen} unit="yuan" />),
    },
    {
      key: 'equityPercent',
      label: t('fields.equityPercent'),
      show: ({ equityPercent }) => (equityPercent === undefined ? unsaid : `${equityPercent} %`),
    },
    counted('knowHowDays'),
    coded('improvements', IMPROVEMENT_RULES),
    coded('resultOwner', RESULT_OWNERS),
    coded('reports', REPORT_RULES),
    coded('audit', AUDIT_RULES),
    counted('terminationDays'),
    {
      key: 'terminationWords',
      label: t('fields.terminationWords'),
      show: ({ terminationWords }) =>
        terminationWords ? <p className={classes.words}>{terminationWords}</p> : unsaid,
    },
  ]
}

function Deferred({ graceMonths, parts, everyMonths }: NonNullable<TermSheet['useFirst']>) {
  const { t } = useTranslation('licensing')
  const then =
    parts === null
      ? t('terms.thenRoyalty')
      : parts === 1
        ? t('terms.thenAtOnce')
        : t('terms.thenParts', { parts, every: everyMonths ?? 0 })
  return (
    <ul className={classes.plain}>
      <li>{t('terms.grace', { count: graceMonths })}</li>
      <li>{then}</li>
    </ul>
  )
}
