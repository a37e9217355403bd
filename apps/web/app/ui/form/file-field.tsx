import { Input, type InputWrapperProps } from '@mantine/core'
import { MAX_FILE_BYTES } from '@market/contracts/files'
import { useLocation } from 'react-router'
import { formLimit } from '../../lib/form-limit.ts'
import { useRootData } from '../../lib/root-data.ts'
import { useFieldId, useFieldProblem } from './field-problem.ts'
import classes from './form.module.css'

interface FileFieldProps extends InputWrapperProps {
  path: string
  /** Media types the browser's own dialog offers. */
  accept?: string
  /** A larger one is named beside the field and not sent. */
  mostBytes?: number
}

/** One file, chosen with the browser's own control, which works everywhere. */
export function FileField({ path, accept, mostBytes = MAX_FILE_BYTES, id: given, ...rest }: FileFieldProps) {
  const own = useFieldId(path)
  const id = given ?? own
  const formBytes = formLimit(useLocation().pathname, useRootData()?.maxUploadBytes ?? mostBytes)
  return (
    <Input.Wrapper id={id} error={useFieldProblem(path)} my="md" {...rest}>
      <input
        id={id}
        className={classes.file}
        type="file"
        name={path}
        accept={accept}
        data-most-bytes={Math.min(mostBytes, formBytes)}
        required={rest.required}
      />
    </Input.Wrapper>
  )
}
