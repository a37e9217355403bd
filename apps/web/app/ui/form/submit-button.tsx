import { Button, type ButtonProps } from '@mantine/core'
import type { ComponentProps, MouseEvent } from 'react'
import { useLocation, useNavigation } from 'react-router'

type SubmitButtonProps = ButtonProps & Omit<ComponentProps<'button'>, keyof ButtonProps | 'type'>

interface Sent {
  formAction: string
  formData: FormData
}

const entriesOf = (data: FormData): string =>
  JSON.stringify(
    [...data].map(([name, value]) => [name, value instanceof File ? [value.name, value.size] : value]),
  )

/** Whether pressing this button would send what is on its way already, to the same place. */
function sendsAgain({ currentTarget }: MouseEvent<HTMLButtonElement>, sent: Sent): boolean {
  const { form } = currentTarget
  if (form === null) return false
  const { href } = window.location
  const target = new URL(form.getAttribute('action') ?? href, href)
  if (target.pathname !== new URL(sent.formAction, href).pathname) return false
  return entriesOf(new FormData(form, currentTarget)) === entriesOf(sent.formData)
}

/** What is being sent: until the action has answered or, where it leads elsewhere, until that page is there. */
function useSent(): Sent | undefined {
  const { pathname } = useLocation()
  const { state, formAction, formData, location } = useNavigation()
  if (formAction === undefined || formData === undefined) return undefined
  if (state === 'loading' && location.pathname === pathname) return undefined
  return { formAction, formData }
}

/**
 * Sends its form once: while the answer is on its way, the same words cannot be sent again to the same place. Another
 * form, another step or other words are sent, and a page that only reads itself anew swallows nothing.
 */
export function SubmitButton({ children, ...rest }: SubmitButtonProps) {
  const sent = useSent()
  const busy = sent !== undefined && sent.formData.get(rest.name ?? '') === (rest.value ?? null)
  return (
    <Button
      type="submit"
      aria-disabled={busy}
      onClick={(event: MouseEvent<HTMLButtonElement>) => {
        if (sent && sendsAgain(event, sent)) event.preventDefault()
      }}
      {...rest}
    >
      {children}
    </Button>
  )
}
