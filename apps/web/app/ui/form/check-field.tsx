import { Checkbox, type CheckboxProps } from '@mantine/core'
import { useFieldId, useFieldProblem } from './field-problem.ts'

/** A single yes or no. */
export function CheckField({ path, ...rest }: CheckboxProps & { path: string }) {
  return (
    <Checkbox id={useFieldId(path)} name={path} value="yes" error={useFieldProblem(path)} mb="md" {...rest} />
  )
}
