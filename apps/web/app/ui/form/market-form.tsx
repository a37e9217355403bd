import { type ComponentProps, useId } from 'react'
import { Form } from 'react-router'
import type { Problem } from '../../lib/api/problem.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { FieldScopeContext, FormProblemContext } from './field-problem.ts'

interface MarketFormProps extends ComponentProps<typeof Form> {
  /** The refusal in `actionData`, if any: shown at the head and beside its fields. */
  problem?: Problem | undefined
}

/** A form that works without JavaScript: POST by default, refusals come back with the page. */
export function MarketForm({ problem, children, ...rest }: MarketFormProps) {
  return (
    <FieldScopeContext value={useId()}>
      <FormProblemContext value={problem}>
        <Form method="post" noValidate={problem !== undefined} {...rest}>
          <ErrorSummary problem={problem} />
          {children}
        </Form>
      </FormProblemContext>
    </FieldScopeContext>
  )
}
