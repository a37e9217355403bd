import { Checkbox } from '@mantine/core'
import { CADENCES } from '@market/domain/discovery'
import { useTranslation } from 'react-i18next'
import { SelectField, TextField } from '../../ui/form/fields.tsx'

interface SavedSearchFieldsProps {
  /** Tells apart the fields of several searches on one page. */
  id: string
  name: string
  cadence: string
  byMail: boolean
}

/** What a saved search is called and how it tells. */
export function SavedSearchFields({ id, name, cadence, byMail }: SavedSearchFieldsProps) {
  const { t } = useTranslation('returning')
  return (
    <>
      <TextField
        path="name"
        id={`name-${id}`}
        label={t('saved.name')}
        description={t('saved.nameHint')}
        defaultValue={name}
        maxLength={100}
        required
      />
      <SelectField
        path="cadence"
        id={`cadence-${id}`}
        label={t('saved.cadence')}
        defaultValue={cadence}
        data={CADENCES.map((value) => ({ value, label: t(`saved.cadences.${value}`) }))}
      />
      <Checkbox
        name="byMail"
        id={`mail-${id}`}
        value="yes"
        label={t('saved.byMail')}
        description={t('saved.byMailHint')}
        defaultChecked={byMail}
        mb="md"
      />
    </>
  )
}
