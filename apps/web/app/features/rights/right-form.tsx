import { SimpleGrid } from '@mantine/core'
import type { RightRecord } from '@market/contracts/rights'
import { type CodeList, RIGHT_KINDS, RIGHT_LEGAL_STATUSES, RIGHT_SOURCES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { typedOr } from '../../lib/typed.ts'
import { SelectField, TextareaField, TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { OWNER_ROWS } from './read-right.ts'

interface RightFormProps {
  right?: RightRecord
  intent: 'create' | 'edit'
  typed: TypedValues | undefined
  problem: Problem | undefined
}

const fundingOf = (right: RightRecord | undefined): string => {
  if (right?.publiclyFunded == null) return ''
  return right.publiclyFunded ? 'yes' : 'no'
}

/** The facts of a right; used to record one and to correct one. */
export function RightForm({ right, intent, typed, problem }: RightFormProps) {
  const { t } = useTranslation('rights')
  const locale = useLocale()
  const value = typedOr(typed)
  const choices = (list: CodeList) =>
    list.map((entry) => ({ value: entry.code, label: nameIn(entry, locale) }))
  const date = (path: 'filedOn' | 'grantedOn' | 'publishedOn' | 'checkedOn') => (
    <TextField
      path={path}
      label={t(`fields.${path}`)}
      type="date"
      defaultValue={value(path, right?.[path] ?? '')}
    />
  )
  return (
    <MarketForm problem={problem} style={{ maxWidth: '46rem' }}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing={0}>
        <SelectField
          path="kind"
          label={t('fields.kind')}
          defaultValue={value('kind', right?.kind ?? 'invention_patent')}
          data={choices(RIGHT_KINDS)}
        />
        <TextField
          path="number"
          label={t('fields.number')}
          defaultValue={value('number', right?.number ?? '')}
          maxLength={60}
        />
      </SimpleGrid>
      <TextField
        path="title"
        label={t('fields.title')}
        required
        defaultValue={value('title', right?.title)}
        maxLength={300}
      />
      <Owners right={right} value={value} />
      <TextField
        path="inventorNames"
        label={t('fields.inventorNames')}
        description={t('fields.inventorsHint')}
        defaultValue={value('inventorNames', right?.inventorNames.join('、'))}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing={0}>
        {date('filedOn')}
        {date('grantedOn')}
        <TextField
          path="publicationNumber"
          label={t('fields.publicationNumber')}
          defaultValue={value('publicationNumber', right?.publicationNumber ?? '')}
          maxLength={40}
        />
        {date('publishedOn')}
        <SelectField
          path="legalStatus"
          label={t('fields.legalStatus')}
          defaultValue={value('legalStatus', right?.legalStatus ?? 'in_force')}
          data={choices(RIGHT_LEGAL_STATUSES)}
        />
        <SelectField
          path="publiclyFunded"
          label={t('fields.publiclyFunded')}
          defaultValue={value('publiclyFunded', fundingOf(right))}
          data={[
            { value: '', label: t('funding.unknown') },
            { value: 'yes', label: t('funding.yes') },
            { value: 'no', label: t('funding.no') },
          ]}
        />
        {date('checkedOn')}
        <SelectField
          path="checkedSource"
          label={t('fields.checkedSource')}
          defaultValue={value('checkedSource', right?.checkedSource ?? '')}
          data={[{ value: '', label: t('noSource') }, ...choices(RIGHT_SOURCES)]}
        />
      </SimpleGrid>
      <TextareaField
        path="fundingWords"
        label={t('fields.fundingWords')}
        rows={2}
        defaultValue={value('fundingWords', right?.fundingWords)}
        maxLength={500}
      />
      <SubmitButton name="intent" value={intent}>
        {t(`${intent}.submit`)}
      </SubmitButton>
    </MarketForm>
  )
}

interface OwnersProps {
  right: RightRecord | undefined
  value: (path: string, fallback?: string) => string
}

function Owners({ right, value }: OwnersProps) {
  const { t } = useTranslation('rights')
  const rows = Math.min(OWNER_ROWS, Math.max(3, (right?.owners.length ?? 0) + 1))
  return (
    <>
      {Array.from({ length: rows }, (_, index) => `owners.${index}`).map((path, index) => (
        <SimpleGrid key={path} cols={2} spacing="md" verticalSpacing={0}>
          <TextField
            path={`${path}.name`}
            label={t('fields.owner', { index: index + 1 })}
            required={index === 0}
            defaultValue={value(`${path}.name`, right?.owners[index]?.name)}
            maxLength={120}
          />
          <TextField
            path={`${path}.share`}
            label={t('fields.share')}
            description={index === 0 ? t('fields.shareHint') : undefined}
            defaultValue={value(`${path}.share`, right?.owners[index]?.share ?? '')}
            maxLength={20}
          />
        </SimpleGrid>
      ))}
    </>
  )
}
