import { Input, type InputWrapperProps } from '@mantine/core'
import { useFieldId, useFieldProblem } from './field-problem.ts'
import classes from './form.module.css'

interface FileFieldProps extends InputWrapperProps {
  path: string
  /** Media types the browser's own dialog offers. */
  accept?: string
}

/** One file, chosen with the browser's own control, which works everywhere. */
export function FileField({ path, accept, id: given, ...rest }: FileFieldProps) {
  const own = useFieldId(path)
  const id = given ?? own
  return (
    <Input.Wrapper id={id} error={useFieldProblem(path)} my="md" {...rest}>
      <input
        id={id}
        className={classes.file}
        type="file"
        name={path}
        accept={accept}
        required={rest.required}
      />
    </Input.Wrapper>
  )
}
