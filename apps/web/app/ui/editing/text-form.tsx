import type { ReactNode, RefObject } from 'react'
import { FormProblemContext } from '../form/field-problem.ts'
import { MarketForm } from '../form/market-form.tsx'
import { ConflictNotice } from './conflict-notice.tsx'
import { announcedProblem, conflictingRevision, isConflict } from './save-result.ts'
import type { useAutosave } from './use-autosave.ts'

interface TextFormProps {
  form: RefObject<HTMLFormElement | null>
  autosave: ReturnType<typeof useAutosave>
  /** The page that shows what is stored. */
  here: string
  label: string
  className: string | undefined
  children: ReactNode
}

/** The form of a text that saves itself: whatever button is pressed, everything typed is stored with it. */
export function TextForm({ form, autosave, here, label, className, children }: TextFormProps) {
  const { latest, revision, drop, onInput, onSubmit } = autosave
  return (
    <MarketForm
      ref={form}
      problem={announcedProblem(latest)}
      encType="multipart/form-data"
      preventScrollReset
      noValidate
      className={className}
      aria-label={label}
      onInput={onInput}
      onSubmit={onSubmit}
    >
      <FormProblemContext value={latest?.problem}>
        <input type="hidden" name="revision" value={revision} />
        {isConflict(latest) && (
          <ConflictNotice here={here} newest={conflictingRevision(latest)} onDrop={drop} />
        )}
        {children}
      </FormProblemContext>
    </MarketForm>
  )
}
