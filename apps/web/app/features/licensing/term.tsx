import { useTranslation } from 'react-i18next'

/** '36 个月（3 年）'; an assignment has no term. */
export function Term({ months }: { months: number | null }) {
  const { t } = useTranslation('licensing')
  if (months === null) return <>{t('terms.noTerm')}</>
  const years = months % 12 === 0 && months > 0 ? t('terms.years', { count: months / 12 }) : ''
  return (
    <>
      {t('terms.months', { count: months })}
      {years}
    </>
  )
}
