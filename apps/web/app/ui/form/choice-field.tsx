import { Checkbox, Radio } from '@mantine/core'
import { useFieldId, useFieldProblem } from './field-problem.ts'
import classes from './form.module.css'

export interface Choice {
  value: string
  label: string
  hint?: string
}

interface ChoiceFieldProps {
  path: string
  label: string
  description?: string
  choices: readonly Choice[]
  /** One of them, or any number of them. */
  kind: 'one' | 'many'
  selected?: readonly string[]
}

/** Radio buttons or check boxes as one field; every choice is sent under the field's name. */
export function ChoiceField({ path, label, description, choices, kind, selected = [] }: ChoiceFieldProps) {
  const problem = useFieldProblem(path)
  const id = useFieldId(path)
  const Control = kind === 'one' ? Radio : Checkbox
  return (
    <fieldset id={id} className={classes.choices} aria-describedby={problem ? `${id}-problem` : undefined}>
      <legend>{label}</legend>
      {description && <p className={classes.description}>{description}</p>}
      <div className={classes.options}>
        {choices.map((choice) => (
          <Control
            key={choice.value}
            name={path}
            value={choice.value}
            label={choice.label}
            description={choice.hint}
            defaultChecked={selected.includes(choice.value)}
          />
        ))}
      </div>
      {problem && (
        <p id={`${id}-problem`} className={classes.problem}>
          {problem}
        </p>
      )}
    </fieldset>
  )
}
