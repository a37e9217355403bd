import type { Organization } from '@market/contracts/organizations'
import { useTranslation } from 'react-i18next'
import classes from './organizations.module.css'

/** Names and introduction in both languages, as they were written. */
export function OrganizationText({ organization }: { organization: Organization }) {
  const { t } = useTranslation('organizations')
  const rows = [
    { label: t('fields.nameZh'), lang: 'zh-CN', text: organization.nameZh },
    { label: t('fields.nameEn'), lang: 'en', text: organization.nameEn },
    { label: t('fields.introZh'), lang: 'zh-CN', text: organization.introZh },
    { label: t('fields.introEn'), lang: 'en', text: organization.introEn },
  ]
  return (
    <dl className={classes.text}>
      {rows.map(({ label, lang, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {text === '' ? (
              <span className={classes.quiet}>{t('empty')}</span>
            ) : (
              <span lang={lang}>{text}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
