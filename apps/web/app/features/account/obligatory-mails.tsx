import { OBLIGATORY_MAIL_CLASSES } from '@market/domain/notifications'
import { useTranslation } from 'react-i18next'
import classes from './mails.module.css'

/** What is mailed in any case, and why. */
export function ObligatoryMails() {
  const { t } = useTranslation('mails')
  return (
    <section className={classes.always}>
      <h2>{t('always.title')}</h2>
      <p>{t('always.lead')}</p>
      <dl>
        {OBLIGATORY_MAIL_CLASSES.map((mailClass) => (
          <div key={mailClass}>
            <dt>{t(`always.classes.${mailClass}.name`)}</dt>
            <dd>{t(`always.classes.${mailClass}.why`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
