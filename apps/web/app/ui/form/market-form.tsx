import { type ComponentProps, type SubmitEvent, useId, useState } from 'react'
import { Form } from 'react-router'
import { megabytesOf, type Problem } from '../../lib/api/problem.ts'
import { invalidForm } from '../../lib/read-form.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { FieldScopeContext, FormProblemContext } from './field-problem.ts'

interface MarketFormProps extends ComponentProps<typeof Form> {
  /** The refusal in `actionData`, if any: shown at the head and beside its fields. */
  problem?: Problem | undefined
}

/** Files that weigh more than their fields take: sent, they would only be refused after a long wait. */
function oversizeIn(form: HTMLFormElement): Problem | undefined {
  const problems = [...form.querySelectorAll<HTMLInputElement>('input[type=file]')].flatMap((input) => {
    const most = Number(input.dataset.mostBytes ?? Infinity)
    const fits = [...(input.files ?? [])].every(({ size }) => size <= most)
    return fits ? [] : [{ path: input.name, code: 'file.over_limit', params: { most: megabytesOf(most) } }]
  })
  return problems.length > 0 ? invalidForm(problems) : undefined
}

/** A form that works without JavaScript: POST by default, refusals come back with the page. */
export function MarketForm({ problem: refusal, children, onSubmit, ...rest }: MarketFormProps) {
  const [oversize, setOversize] = useState<Problem>()
  const problem = oversize ?? refusal
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    const found = oversizeIn(event.currentTarget)
    setOversize(found)
    if (found) event.preventDefault()
    else onSubmit?.(event)
  }
  return (
    <FieldScopeContext value={useId()}>
      <FormProblemContext value={problem}>
        <Form method="post" noValidate={problem !== undefined} onSubmit={submit} {...rest}>
          <ErrorSummary problem={problem} />
          {children}
        </Form>
      </FormProblemContext>
    </FieldScopeContext>
  )
}
