import { PRICE_MODES, TRANSFER_MODES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'
import classes from './editor.module.css'
import type { ListingValues } from './form-values.ts'
import { Section } from './section.tsx'

/** Ways of transfer and the price; a style rule shows the amounts that the chosen price mode has. */
export function TermsSection({ values: { single, transferModes } }: { values: ListingValues }) {
  const { t } = useTranslation('editor')
  const locale = useLocale()
  const choicesOf = (list: readonly { code: string; zh: string; en: string }[]) =>
    list.map((entry) => ({ value: entry.code, label: nameIn(entry, locale) }))
  return (
    <Section name="terms">
      <ChoiceField
        path="transferModes"
        kind="many"
        label={t('fields.transferModes')}
        choices={choicesOf(TRANSFER_MODES)}
        selected={transferModes}
      />
      <div className={classes.prices}>
        <ChoiceField
          path="priceMode"
          kind="one"
          label={t('fields.priceMode')}
          choices={choicesOf(PRICE_MODES)}
          selected={[single.priceMode]}
        />
        <div className={`${classes.columns} ${classes.amounts}`}>
          <MoneyField path="priceFen" label={t('fields.priceFen')} typed={single.priceFen} />
          <div className={classes.upperEnd}>
            <MoneyField path="priceMaxFen" label={t('fields.priceMaxFen')} typed={single.priceMaxFen} />
          </div>
        </div>
      </div>
    </Section>
  )
}
