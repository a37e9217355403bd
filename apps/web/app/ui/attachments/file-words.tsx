import { ATTACHMENT_VISIBILITIES } from '@market/domain/codes'
import { LISTING_LIMITS } from '@market/domain/listings'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { SelectField, TextField } from '../form/fields.tsx'
import classes from './upload.module.css'

interface FileWordsProps {
  /** Of the fields: 'attachment', or 'attachment.3' for one of several files. */
  path: string
  /** Which of several files it is about. */
  file?: string
  /** What it is called unless somebody says otherwise. */
  title?: string
  /** It is a picture, or may be one. */
  described: boolean
  withVisibility: boolean
}

/** What is said of a file to be attached. */
export function FileWords({ path, file, title, described, withVisibility }: FileWordsProps) {
  const { t } = useTranslation('attachments')
  const locale = useLocale()
  const label = (words: string) =>
    file === undefined ? (
      words
    ) : (
      <>
        <span className="visually-hidden">{file} </span>
        {words}
      </>
    )
  return (
    <>
      <div className={classes.columns}>
        <TextField
          path={`${path}.titleZh`}
          label={label(t('titleZh'))}
          maxLength={120}
          defaultValue={title}
        />
        <TextField path={`${path}.titleEn`} label={label(t('titleEn'))} maxLength={200} />
      </div>
      {described && (
        <div className={classes.columns}>
          <TextField
            path={`${path}.altZh`}
            label={label(t('altZh'))}
            description={t('altHint')}
            maxLength={LISTING_LIMITS.alt.zh}
          />
          <TextField
            path={`${path}.altEn`}
            label={label(t('altEn'))}
            description={t('altHint')}
            maxLength={LISTING_LIMITS.alt.en}
          />
        </div>
      )}
      {withVisibility && (
        <SelectField
          path={`${path}.visibility`}
          label={label(t('visibility'))}
          maw="24rem"
          data={ATTACHMENT_VISIBILITIES.map((entry) => ({ value: entry.code, label: nameIn(entry, locale) }))}
        />
      )}
    </>
  )
}
