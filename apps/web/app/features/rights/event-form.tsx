import { SimpleGrid } from '@mantine/core'
import type { RightRecord } from '@market/contracts/rights'
import { type CodeList, labelOf, RIGHT_EVENT_KINDS, RIGHT_SOURCES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import { formatDay } from '../../lib/format.ts'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { typedOr } from '../../lib/typed.ts'
import { SelectField, TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'

interface EventFormProps {
  right: RightRecord
  typed: TypedValues | undefined
  problem: Problem | undefined
}

/** What the office, a court or the owner did to the right, with where and when it was read. */
export function EventForm({ right, typed, problem }: EventFormProps) {
  const { t } = useTranslation('rights')
  const locale = useLocale()
  const value = typedOr(typed)
  const choices = (list: CodeList) =>
    list.map((entry) => ({ value: entry.code, label: nameIn(entry, locale) }))
  const corrected = new Set(right.events.map(({ correctsId }) => correctsId))
  const open = right.events.filter(({ id, kind }) => kind !== 'note' && !corrected.has(id))
  return (
    <MarketForm problem={problem}>
      <p>{t('event.explain')}</p>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing={0} mt="md">
        <SelectField
          path="kind"
          label={t('event.kind')}
          defaultValue={value('kind', 'fee_paid')}
          data={choices(RIGHT_EVENT_KINDS)}
        />
        <SelectField
          path="source"
          label={t('event.source')}
          defaultValue={value('source', 'patent_register')}
          data={choices(RIGHT_SOURCES)}
        />
        <TextField
          path="occurredOn"
          label={t('event.occurredOn')}
          type="date"
          required
          defaultValue={value('occurredOn')}
        />
        <TextField
          path="checkedOn"
          label={t('event.checkedOn')}
          type="date"
          required
          defaultValue={value('checkedOn')}
        />
        <TextField
          path="party"
          label={t('event.party')}
          description={t('event.partyHint')}
          defaultValue={value('party')}
          maxLength={120}
        />
        <TextField
          path="reference"
          label={t('event.reference')}
          defaultValue={value('reference')}
          maxLength={200}
        />
        <TextField
          path="days"
          label={t('event.days')}
          description={t('event.daysHint')}
          type="number"
          defaultValue={value('days')}
        />
        <TextField
          path="patentYear"
          label={t('event.patentYear')}
          description={t('event.yearHint')}
          type="number"
          defaultValue={value('patentYear')}
        />
        <SelectField
          path="correctsId"
          label={t('event.corrects')}
          defaultValue={value('correctsId')}
          data={[
            { value: '', label: t('event.noCorrection') },
            ...open.map(({ id, kind, occurredOn }) => ({
              value: id,
              label: `${formatDay(occurredOn, locale)} ${labelOf(RIGHT_EVENT_KINDS, kind, locale)}`,
            })),
          ]}
        />
      </SimpleGrid>
      <SubmitButton name="intent" value="event">
        {t('event.submit')}
      </SubmitButton>
    </MarketForm>
  )
}
