import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import classes from './audit.module.css'

const SUBJECTS = [
  'listing',
  'request',
  'offer',
  'contract',
  'registration',
  'organization',
  'invitation',
  'file',
  'user',
] as const

interface AuditFilterProps {
  subjectType: string
  subjectId: string
}

/** Narrows the trail; a plain GET form, so that a view can be kept as a link. */
export function AuditFilter({ subjectType, subjectId }: AuditFilterProps) {
  const { t } = useTranslation('workspace')
  return (
    <Form method="get" className={`${classes.filter} no-print`} key={`${subjectType} ${subjectId}`}>
      <NativeSelect
        name="subjectType"
        label={t('audit.subjectType')}
        defaultValue={subjectType}
        data={[
          { value: '', label: t('audit.all') },
          ...SUBJECTS.map((value) => ({ value, label: t(`subjects.${value}`) })),
        ]}
      />
      <TextInput name="subjectId" label={t('audit.subjectId')} defaultValue={subjectId} maxLength={100} />
      <Button type="submit" variant="default">
        {t('audit.filter')}
      </Button>
      {(subjectType !== '' || subjectId !== '') && <Link to={paths.audit}>{t('audit.clear')}</Link>}
    </Form>
  )
}
