import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import classes from './security.module.css'

/** Shown this once; the page says so. */
export function NewRecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation('account')
  return (
    <Notice tone="needs-you" title={t('security.codesTitle')}>
      {t('security.codesExplain')}
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
