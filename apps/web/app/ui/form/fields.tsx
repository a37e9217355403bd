import {
  NativeSelect,
  type NativeSelectProps,
  PasswordInput,
  type PasswordInputProps,
  Textarea,
  type TextareaProps,
  TextInput,
  type TextInputProps,
} from '@mantine/core'
import { useFieldId, useFieldProblem } from './field-problem.ts'

/** Controls that find their own problem by the wire path, which is also their form name unless `name` says otherwise. */
interface OfPath {
  path: string
}

export function TextField({ path, ...rest }: TextInputProps & OfPath) {
  return <TextInput id={useFieldId(path)} name={path} error={useFieldProblem(path)} mb="md" {...rest} />
}

export function PasswordField({ path, ...rest }: PasswordInputProps & OfPath) {
  return <PasswordInput id={useFieldId(path)} name={path} error={useFieldProblem(path)} mb="md" {...rest} />
}

export function TextareaField({ path, ...rest }: TextareaProps & OfPath) {
  return (
    <Textarea id={useFieldId(path)} name={path} error={useFieldProblem(path)} rows={4} mb="md" {...rest} />
  )
}

export function SelectField({ path, ...rest }: NativeSelectProps & OfPath) {
  return <NativeSelect id={useFieldId(path)} name={path} error={useFieldProblem(path)} mb="md" {...rest} />
}
