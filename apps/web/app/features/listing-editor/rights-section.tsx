import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldIdOf, useFieldProblem } from '../../ui/form/field-problem.ts'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import classes from './editor.module.css'
import { blankRight, type ListingValues, type RightValues } from './form-values.ts'
import { RightRow } from './right-row.tsx'
import { Section } from './section.tsx'

const MOST_RIGHTS = 20

interface RightsSectionProps {
  values: ListingValues
  /** Rows to show at least: somebody without a script has asked for another. */
  rows: number
  onChange: () => void
}

interface Row {
  key: number
  right: RightValues
}

function firstRows({ rights, single }: ListingValues, wanted: number): Row[] {
  const count = Math.min(MOST_RIGHTS, Math.max(1, wanted, rights.length))
  return Array.from({ length: count }, (_, key) => ({
    key,
    right: rights[key] ?? blankRight(single.kind),
  }))
}

/** Rights as rows that can be added and taken out; without a script a button asks for the page with one more. */
export function RightsSection({ values, rows: wanted, onChange }: RightsSectionProps) {
  const { t } = useTranslation('editor')
  const [rows, setRows] = useState(() => firstRows(values, wanted))
  const problem = useFieldProblem('rights')
  const add = () => {
    const key = Math.max(-1, ...rows.map((row) => row.key)) + 1
    setRows([...rows, { key, right: blankRight(values.single.kind) }])
  }
  const remove = (key: number) => {
    setRows(rows.filter((row) => row.key !== key))
    // Read after the row has left the form.
    setTimeout(onChange)
  }
  return (
    <Section name="rights">
      <div id={fieldIdOf('rights')}>
        {problem && <p className={classes.problem}>{problem}</p>}
        {rows.map(({ key, right }, at) => (
          <RightRow key={key} at={at} right={right} onRemove={() => remove(key)} />
        ))}
      </div>
      {rows.length < MOST_RIGHTS && (
        <>
          <Button variant="default" onClick={add} className={classes.withScript}>
            {t('rights.add')}
          </Button>
          <SubmitButton name="intent" value="more-rights" variant="default" className={classes.withoutScript}>
            {t('rights.addSaving')}
          </SubmitButton>
        </>
      )}
    </Section>
  )
}
