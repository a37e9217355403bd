import { TextInput, type TextInputProps } from '@mantine/core'
import type { FieldProblem } from '@market/domain'
import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldProblemsOf } from '../../lib/api/problem.ts'
import { MarkedText } from '../marked-text.tsx'
import { fieldProblemText } from '../use-problem-text.ts'
import { FormProblemContext, useFieldId } from './field-problem.ts'
import classes from './identifier-field.module.css'

interface IdentifierFieldProps extends Omit<TextInputProps, 'defaultValue' | 'error' | 'onBlur'> {
  path: string
  /** What stands in the field, as it was typed. */
  typed: string
  /** Judges what is typed as soon as the field is left; the same rule the API applies. */
  check?: (typed: string) => FieldProblem | null
}

/** A checked identifier: where it is wrong, it is shown once more with the wrong character marked. */
export function IdentifierField({ path, typed, check, ...rest }: IdentifierFieldProps) {
  const refusal = useContext(FormProblemContext)
  const refused = fieldProblemsOf(refusal).find((problem) => problem.path === path)
  const [judged, setJudged] = useState<{ problem: FieldProblem | null } | null>(null)
  const problem = judged === null ? refused : (judged.problem ?? undefined)
  const [text, setText] = useState(typed)
  return (
    <TextInput
      id={useFieldId(path)}
      name={path}
      autoComplete="off"
      spellCheck={false}
      mb="md"
      defaultValue={typed}
      error={problem && <IdentifierProblem problem={problem} text={text} />}
      onChange={(event) => setText(event.currentTarget.value.trim())}
      onBlur={(event) => {
        const left = event.currentTarget.value.trim()
        if (check) setJudged({ problem: left === '' ? null : check(left) })
      }}
      {...rest}
    />
  )
}

function IdentifierProblem({ problem, text }: { problem: FieldProblem; text: string }) {
  const { i18n } = useTranslation()
  return (
    <>
      {fieldProblemText(i18n, problem.code, problem.params)}
      <MarkedCharacter text={text} position={problem.params?.position} />
    </>
  )
}

/** The identifier with one character marked, counted as a person counts: from 1, spaces included. */
function MarkedCharacter({ text, position }: { text: string; position: unknown }) {
  const chars = [...text]
  if (typeof position !== 'number' || chars.length === 0) return null
  const at = position - 1
  return (
    <span className={classes.marked} aria-hidden="true">
      <MarkedText
        segments={[
          { text: chars.slice(0, at).join(''), marked: false },
          { text: chars[at] ?? '␣', marked: true },
          { text: chars.slice(at + 1).join(''), marked: false },
        ].filter((segment) => segment.text !== '')}
      />
    </span>
  )
}
