import type { Need, NeedEditing } from '@market/contracts/demands'
import { CONTACT_VISIBILITIES, type CodeList, NEED_VISIBILITIES } from '@market/domain/codes'
import { NEED_LIMITS } from '@market/domain/demands'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { typedOr } from '../../lib/typed.ts'
import { AttachmentsEditor } from '../../ui/attachments/attachments-editor.tsx'
import { SaveStatus } from '../../ui/editing/save-status.tsx'
import { TextForm } from '../../ui/editing/text-form.tsx'
import { useAutosave } from '../../ui/editing/use-autosave.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { useFieldId } from '../../ui/form/field-problem.ts'
import { TextareaField, TextField } from '../../ui/form/fields.tsx'
import { FormSection } from '../../ui/form/form-section.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import type { NeedResult } from './edit-result.ts'
import { InvitedFields } from './invited-fields.tsx'
import type { NeedChoices } from './need-choices.server.ts'
import { INDICATOR_PARTS, indicatorRows } from './need-fields.ts'
import classes from './needs.module.css'
import { TermFields } from './term-fields.tsx'

interface NeedFormProps {
  need: Need & { editing: NeedEditing }
  /** Long lists to choose from. */
  options: NeedChoices
  /** The answer to a whole-page post, if this page is one. */
  posted: NeedResult | undefined
}

const PAIRS = ['problem', 'goal', 'necessity', 'benchmark', 'conditions'] as const

/** The editor of a need: one form, so that whatever button is pressed, everything typed is stored with it. */
export function NeedForm({ need: loaded, options, posted }: NeedFormProps) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  const form = useRef<HTMLFormElement>(null)
  const { editing } = loaded
  const autosave = useAutosave(form, posted, editing.revision)
  const { latest } = autosave
  // What is loaded again after a save may hold somebody else's words; the form keeps to its own.
  const [need] = useState(loaded)
  const typed = posted?.values?.typed
  const value = typedOr(typed)
  const choices = (list: CodeList) => list.map((item) => ({ value: item.code, label: nameIn(item, locale) }))
  return (
    <TextForm
      form={form}
      autosave={autosave}
      here={paths.myNeed(need.id)}
      label={t('editor.formLabel')}
      className={classes.form}
    >
      <FormSection title={t('sections.text')}>
        <TextField
          path="titleZh"
          label={t('fields.titleZh')}
          lang="zh-CN"
          maxLength={100}
          defaultValue={value('titleZh', need.titleZh)}
        />
        <TextField
          path="titleEn"
          label={t('fields.titleEn')}
          lang="en"
          maxLength={200}
          defaultValue={value('titleEn', need.titleEn)}
        />
        {PAIRS.map((name) => (
          <div key={name}>
            <TextareaField
              path={`${name}Zh`}
              label={t(`fields.${name}`)}
              description={t(`hints.${name}`)}
              lang="zh-CN"
              defaultValue={value(`${name}Zh`, need[`${name}Zh`])}
            />
            <TextareaField
              path={`${name}En`}
              label={t('inEnglish', { field: t(`fields.${name}`) })}
              lang="en"
              defaultValue={value(`${name}En`, need[`${name}En`])}
            />
          </div>
        ))}
      </FormSection>
      <FormSection title={t('fields.indicators')}>
        <IndicatorFields rows={indicatorRows(need, typed)} />
      </FormSection>
      <TermFields need={need} options={options} values={posted?.values} />
      <FormSection id="attachments" title={t('sections.attachments')} description={t('hints.attachments')}>
        <AttachmentsEditor
          attachments={loaded.attachments}
          purpose="need_attachment"
          most={NEED_LIMITS.attachments}
        />
      </FormSection>
      <FormSection title={t('sections.visibility')}>
        <ChoiceField
          path="visibility"
          kind="one"
          label={t('fields.visibility')}
          selected={[value('visibility', need.visibility)]}
          choices={choices(NEED_VISIBILITIES)}
        />
        <InvitedFields
          invitedIds={need.invitedIds}
          organizations={options.organizations}
          values={posted?.values}
        />
        <div className={classes.row}>
          {(['contactName', 'contactPhone', 'contactEmail'] as const).map((name) => (
            <TextField
              key={name}
              path={name}
              label={t(`fields.${name}`)}
              defaultValue={value(name, need[name])}
            />
          ))}
        </div>
        <ChoiceField
          path="contactVisibility"
          kind="one"
          label={t('fields.contactVisibility')}
          selected={[value('contactVisibility', need.contactVisibility)]}
          choices={choices(CONTACT_VISIBILITIES)}
        />
      </FormSection>
      <div className={classes.buttons}>
        <SubmitButton name="intent" value="save" variant="default">
          {t('editor.save')}
        </SubmitButton>
        <SubmitButton name="intent" value="submit">
          {t('editor.submit')}
        </SubmitButton>
        <SaveStatus state={autosave.state} latest={latest} loadedAt={editing.updatedAt} />
      </div>
    </TextForm>
  )
}

function IndicatorFields({ rows }: { rows: ReturnType<typeof indicatorRows> }) {
  const { t } = useTranslation('needs')
  return (
    <div id={useFieldId('indicators')}>
      <p>{t('hints.indicators')}</p>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <div key={at} className={classes.indicator}>
          {INDICATOR_PARTS.map((part) => (
            <TextField
              key={part}
              path={`indicators.${at}.${part}`}
              label={t(`indicator.${part}`)}
              defaultValue={row[part]}
            />
          ))}
        </div>
      ))}
    </div>
  )
}
