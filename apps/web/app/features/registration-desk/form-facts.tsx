import type { Registration } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import classes from './desk.module.css'
import { FieldValue } from './field-value.tsx'
import { FieldFindings } from './findings.tsx'
import { FORM_ID, FORM_SECTIONS, type ShownField } from './form-fields.ts'

interface FormFactsProps {
  registration: Registration
  places: Record<string, string>
  /** Id of the form the examiner's comments belong to; without it there is nothing to write. */
  commentForm?: string | undefined
}

/** The filed form, section by section; the registrar writes in its margin. */
export function FormFacts({ registration, places, commentForm }: FormFactsProps) {
  const { t } = useTranslation('desk')
  return (
    <div id={FORM_ID}>
      {FORM_SECTIONS.map(({ key, fields }) => (
        <section key={key} className={classes.formSection}>
          <h3>{t(`sections.${key}`)}</h3>
          <dl>
            {fields.map((field) => (
              <div key={field} className={classes.field}>
                <dt>{t(`fields.${field}`)}</dt>
                <dd>
                  <FieldValue field={field} form={registration.form} places={places} />
                  <Comment registration={registration} field={field} />
                  <FieldFindings findings={registration.findings} field={field} />
                </dd>
                {commentForm !== undefined && (
                  <dd className={classes.margin}>
                    <CommentInput field={field} form={commentForm} />
                  </dd>
                )}
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}

function Comment({ registration, field }: { registration: Registration; field: ShownField }) {
  const { t } = useTranslation('desk')
  const found = registration.correctionComments.find((comment) => comment.field === field)
  const { state } = registration
  if (found === undefined || state === 'registered' || state === 'refused') return null
  const words = state === 'correction_requested' ? 'comment.of' : 'comment.earlier'
  return <p className={classes.comment}>{t(words, { words: found.words })}</p>
}

/** Opens beside its field; the words go with the request for correction. */
function CommentInput({ field, form }: { field: ShownField; form: string }) {
  const { t } = useTranslation('desk')
  const label = t('comment.about', { field: t(`fields.${field}`) })
  return (
    <details className={classes.commentInput}>
      <summary>
        {t('comment.add')}
        <span className="visually-hidden">{` ${label}`}</span>
      </summary>
      <textarea name={`comment.${field}`} form={form} aria-label={label} rows={2} maxLength={500} />
    </details>
  )
}
