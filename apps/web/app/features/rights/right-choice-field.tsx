import type { RightSummary } from '@market/contracts/rights'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { TextField } from '../../ui/form/fields.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import type { RightChoice } from './choose-rights.server.ts'
import classes from './rights.module.css'

interface RightChoiceFieldProps {
  choice: RightChoice
  /** Whether somebody has just looked for some. */
  found: boolean
}

/** Rights to tick, those ticked first; the button asks for others by number or title and keeps what the form holds. */
export function RightChoiceField({ choice, found }: RightChoiceFieldProps) {
  const { t } = useTranslation('rights')
  const { chosen, offered, q } = choice
  const option = ({ id, title, number }: RightSummary) => ({
    value: id,
    label: title || (number ?? t('noNumber')),
    hint: number ?? t('noNumber'),
  })
  return (
    <>
      <div className={classes.finder}>
        <TextField
          path="q"
          label={t('portfolio.find')}
          description={t('searchHint')}
          defaultValue={q}
          maxLength={100}
          className={classes.query}
          mb={0}
        />
        <SubmitButton name="intent" value="find" variant="default" formNoValidate>
          {t('find')}
        </SubmitButton>
      </div>
      <Found choice={choice} found={found} />
      <ChoiceField
        path="rightIds"
        kind="many"
        label={t('portfolio.members')}
        description={t('portfolio.membersHint')}
        selected={chosen.map(({ id }) => id)}
        choices={[...chosen, ...offered].map(option)}
      />
    </>
  )
}

/** What was found, in words; takes the focus, as the page begins anew above it. */
function Found({ choice, found }: RightChoiceFieldProps) {
  const { t } = useTranslation('rights')
  const words = useRef<HTMLParagraphElement>(null)
  const { q, offered, more } = choice
  // biome-ignore lint/correctness/useExhaustiveDependencies: every answer takes the focus, also when it says the same.
  useEffect(() => {
    if (found) words.current?.focus()
  }, [found, choice])
  if (q === '' && !more) return null
  return (
    <p ref={words} tabIndex={-1} role="status" className={classes.found}>
      {q !== '' && t('portfolio.found', { count: offered.length, q })}
      {more && ` ${t('portfolio.more', { count: offered.length })}`}
    </p>
  )
}
