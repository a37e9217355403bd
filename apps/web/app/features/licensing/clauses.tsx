import type { TermSheet } from '@market/contracts/licensing'
import { EXCLUSIVITIES, labelOf, TRANSFER_MODES } from '@market/domain/codes'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Money } from '../../ui/money.tsx'
import { useFieldNames, usePlaceNames } from './coverage-fields.tsx'
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
      key: 'royaltyRatePercent',
      label: t('fields.royaltyRatePercent'),
      show: ({ royaltyRatePercent: rate }) => (rate === null ? t('terms.noRoyalty') : `${rate} %`),
    },
  ]
}
