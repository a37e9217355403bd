import type { Listing, ListingEditing } from '@market/contracts/listings'
import { LISTING_LIMITS } from '@market/domain/listings'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AttachmentsEditor } from '../../ui/attachments/attachments-editor.tsx'
import { TextForm } from '../../ui/editing/text-form.tsx'
import { useAutosave } from '../../ui/editing/use-autosave.ts'
import { BasicsSection, TextsSection } from './basics-section.tsx'
import type { EditorChoices } from './choices.server.ts'
import { ClassificationSection, MaturitySection } from './classification-sections.tsx'
import { ComparisonSection } from './comparison-section.tsx'
import type { EditResult } from './edit-result.ts'
import classes from './editor.module.css'
import { valuesOf } from './form-values.ts'
import { ProgressPanel } from './progress-panel.tsx'
import { QualityPanel } from './quality-panel.tsx'
import { RightsSection } from './rights-section.tsx'
import { SavePanel } from './save-panel.tsx'
import { Section } from './section.tsx'
import { TermsSection } from './terms-section.tsx'

interface ListingFormProps {
  listing: Listing & { editing: ListingEditing }
  choices: EditorChoices
  /** The answer to a whole-page post, if this page is one. */
  posted: EditResult | undefined
  /** Rows for rights that were asked for. */
  rights: number
}

/** The editor: one form, so that whatever button is pressed, everything typed is stored with it. */
export function ListingForm({ listing, choices, posted, rights }: ListingFormProps) {
  const { t } = useTranslation('editor')
  const form = useRef<HTMLFormElement>(null)
  const { editing } = listing
  const autosave = useAutosave(form, posted, editing.revision)
  const { latest } = autosave
  // What is loaded again after a save may hold somebody else's words; the form keeps to its own.
  const [values] = useState(posted?.values ?? valuesOf(listing))
  return (
    <TextForm
      form={form}
      autosave={autosave}
      here={`/workspace/listings/${listing.id}`}
      label={t('formLabel')}
      className={classes.form}
    >
      <div className={classes.layout}>
        <div className={classes.side}>
          <SavePanel state={autosave.state} latest={latest} loadedAt={editing.updatedAt} />
          <ProgressPanel problems={editing.problems} />
          <QualityPanel quality={editing.quality} />
        </div>
        <div className={classes.sections}>
          <BasicsSection values={values} choices={choices} />
          <TextsSection values={values} />
          <ComparisonSection values={values} />
          <MaturitySection values={values} />
          <ClassificationSection values={values} choices={choices} />
          <RightsSection values={values} rows={rights} onChange={autosave.changed} />
          <TermsSection values={values} />
          <Section name="attachments">
            <AttachmentsEditor
              attachments={listing.attachments}
              purpose="listing_attachment"
              most={LISTING_LIMITS.attachments}
              withVisibility
            />
          </Section>
        </div>
      </div>
    </TextForm>
  )
}
