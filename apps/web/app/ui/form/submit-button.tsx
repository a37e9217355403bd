import { Button, type ButtonProps } from '@mantine/core'
import type { ComponentProps, MouseEvent } from 'react'
import { useNavigation } from 'react-router'

type SubmitButtonProps = ButtonProps & Omit<ComponentProps<'button'>, keyof ButtonProps | 'type'>

const entriesOf = (data: FormData): string =>
  JSON.stringify(
    [...data].map(([name, value]) => [name, value instanceof File ? [value.name, value.size] : value]),
  )

/** Whether pressing this button would send what is on its way already. */
function sendsAgain({ currentTarget }: MouseEvent<HTMLButtonElement>, sent: FormData): boolean {
  const { form } = currentTarget
  return form !== null && entriesOf(new FormData(form, currentTarget)) === entriesOf(sent)
}

/**
 * Sends its form once: while the answer is on its way, the same words cannot be sent again. Another step, or other words
 * in the same form, are: a page that is still reading itself anew must not swallow them.
 */
export function SubmitButton({ children, ...rest }: SubmitButtonProps) {
  const { formData } = useNavigation()
  const busy = formData !== undefined && formData.get(rest.name ?? '') === (rest.value ?? null)
  return (
    <Button
      type="submit"
      aria-disabled={busy}
      onClick={(event: MouseEvent<HTMLButtonElement>) => {
        if (formData && sendsAgain(event, formData)) event.preventDefault()
      }}
      {...rest}
    >
      {children}
    </Button>
  )
}
