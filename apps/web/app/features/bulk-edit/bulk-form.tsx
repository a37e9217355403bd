import { Checkbox } from '@mantine/core'
import type { ListingSummary } from '@market/contracts/listings'
import type { Contact } from '@market/contracts/organizations'
import { PLAN_INDUSTRIES, PRICE_MODES, TRANSFER_MODES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { nameIn, pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import type { RegionGroup } from '../../lib/region-choices.server.ts'
import { typedOr } from '../../lib/typed.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { useFieldId } from '../../ui/form/field-problem.ts'
import { SelectField, TextareaField } from '../../ui/form/fields.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { RegionField } from '../../ui/form/region-field.tsx'
import { ListingState } from '../../ui/listing-state.tsx'
import classes from './bulk.module.css'
import { BULK_COMMANDS, type SentBulk } from './read-bulk.ts'

interface BulkFieldsProps {
  items: readonly ListingSummary[]
  /** All of them are chosen to begin with. */
  all: boolean
  contacts: readonly Contact[]
  regions: RegionGroup[]
  /** What was sent and came back. */
  sent: SentBulk | undefined
}

/** Which listings, and what to do with them; a style rule shows the fields of the chosen change alone. */
export function BulkFields({ items, all, contacts, regions, sent }: BulkFieldsProps) {
  const { t } = useTranslation('bulk')
  const locale = useLocale()
  const typed = sent?.typed
  const value = typedOr(typed)
  const named = (list: readonly { code: string; zh: string; en: string }[]) =>
    list.map((entry) => ({ value: entry.code, label: nameIn(entry, locale) }))
  return (
    <div className={classes.form}>
      <fieldset className={classes.listings} id={useFieldId('ids')} key={String(all)}>
        <legend>{t('which')}</legend>
        <ChooseAll all={all} count={items.length} />
        {items.map((item) => (
          <div key={item.id} className={classes.listing}>
            <Checkbox
              name="ids"
              value={item.id}
              defaultChecked={sent?.ids.includes(item.id) ?? all}
              label={pick(item, 'title', locale) || item.id}
            />
            <ListingState state={item.state} frozen={item.frozenReason !== null} />
          </div>
        ))}
      </fieldset>
      <ChoiceField
        path="command"
        kind="one"
        label={t('what')}
        choices={BULK_COMMANDS.map((value) => ({ value, label: t(`commands.${value}`) }))}
        selected={[value('command', 'contact')]}
      />
      <div data-for="contact">
        <SelectField
          path="contactId"
          label={t('commands.contact')}
          defaultValue={value('contactId')}
          data={[
            { value: '', label: t('noContact') },
            ...contacts.map((contact) => ({ value: contact.id, label: pick(contact, 'name', locale) })),
          ]}
        />
      </div>
      <div data-for="region">
        <RegionField
          path="regionCode"
          label={t('commands.region')}
          groups={regions}
          current={value('regionCode', '450100')}
        />
      </div>
      <div data-for="industry">
        <SelectField
          path="planIndustry"
          label={t('commands.industry')}
          data={named(PLAN_INDUSTRIES)}
          defaultValue={value('planIndustry')}
        />
      </div>
      <div data-for="modes">
        <ChoiceField
          path="transferModes"
          kind="many"
          label={t('commands.modes')}
          choices={named(TRANSFER_MODES)}
          selected={sent?.transferModes ?? []}
        />
      </div>
      <div data-for="price">
        <SelectField
          path="priceMode"
          label={t('commands.price')}
          data={named(PRICE_MODES)}
          defaultValue={value('priceMode')}
        />
        <MoneyField path="priceFen" label={t('price')} typed={value('priceFen')} />
        <MoneyField path="priceMaxFen" label={t('priceMax')} typed={value('priceMaxFen')} />
      </div>
      <div data-for="withdraw">
        <TextareaField
          path="reason"
          label={t('reason')}
          rows={2}
          maxLength={500}
          defaultValue={value('reason')}
        />
      </div>
    </div>
  )
}

/** A link, so that choosing everything needs no script. */
function ChooseAll({ all, count }: { all: boolean; count: number }) {
  const { t } = useTranslation('bulk')
  const { pathname, search } = useLocation()
  const params = new URLSearchParams(search)
  if (all) params.delete('choose')
  else params.set('choose', 'all')
  return (
    <p className={classes.all}>
      <Link to={`${pathname}?${params}`} preventScrollReset>
        {all ? t('chooseNone') : t('chooseAll', { count })}
      </Link>
    </p>
  )
}
