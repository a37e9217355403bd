import { useTranslation } from 'react-i18next'

/** In place of a figure that stands on too few contracts to be shown. */
export function Withheld() {
  const { t } = useTranslation('common')
  return <span title={t('withheld.why')}>{t('withheld.text')}</span>
}
