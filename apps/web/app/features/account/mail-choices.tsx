import type { MailChoices } from '@market/contracts/notifications'
import type { SavedSearch } from '@market/contracts/returning'
import { DELIVERIES, MAIL_CLASSES } from '@market/domain/notifications'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Problem } from '../../lib/api/problem.ts'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { deliveryOfAll } from './delivery-of-all.ts'
import classes from './mails.module.css'

interface MailChoicesFormProps {
  choices: MailChoices
  searches: readonly SavedSearch[]
  problem: Problem | undefined
}

/** For each class of mails: at once, once a day, or not at all. */
export function MailChoicesForm({ choices, searches, problem }: MailChoicesFormProps) {
  const { t } = useTranslation('mails')
  const locale = useLocale()
  return (
    <MarketForm problem={problem} className={classes.choices}>
      {MAIL_CLASSES.map((mailClass) => (
        <div key={mailClass.code}>
          <ChoiceField
            path={mailClass.code}
            kind="one"
            label={nameIn(mailClass, locale)}
            description={t(`classes.${mailClass.code}`)}
            choices={DELIVERIES.map((value) => ({ value, label: t(`deliveries.${value}`) }))}
            selected={[choices[mailClass.code]]}
          />
        </div>
      ))}
      {searches.length > 0 && <SavedSearchChoice searches={searches} />}
      <SubmitButton>{t('save')}</SubmitButton>
    </MarketForm>
  )
}

/** Each search keeps its own setting; this one is for all of them, and stands empty where they differ. */
function SavedSearchChoice({ searches }: { searches: readonly SavedSearch[] }) {
  const { t } = useTranslation('mails')
  const delivery = deliveryOfAll(searches)
  const hint = delivery === null ? 'savedSearchesMixed' : 'savedSearchesHint'
  return (
    <div>
      <ChoiceField
        path="savedSearches"
        kind="one"
        label={t('savedSearches')}
        description={t(hint, { count: searches.length })}
        choices={DELIVERIES.map((value) => ({ value, label: t(`savedSearchDeliveries.${value}`) }))}
        selected={delivery === null ? [] : [delivery]}
      />
      <Link to={paths.savedSearches} className={classes.each}>
        {t('eachSearch')}
      </Link>
    </div>
  )
}
