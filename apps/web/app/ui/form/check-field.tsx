import { Checkbox, type CheckboxProps } from '@mantine/core'
import { fieldIdOf, useFieldProblem } from './field-problem.ts'

/** A single yes or no. */
export function CheckField({ path, ...rest }: CheckboxProps & { path: string }) {
  return (
    <Checkbox id={fieldIdOf(path)} name={path} value="yes" error={useFieldProblem(path)} mb="md" {...rest} />
  )
}
