import { Button, type ButtonProps } from '@mantine/core'
import type { ComponentProps } from 'react'
import { useNavigation } from 'react-router'

type SubmitButtonProps = ButtonProps & Omit<ComponentProps<'button'>, keyof ButtonProps | 'type'>

/** Sends its form once: while the answer is on its way it cannot be pressed again. */
export function SubmitButton({ children, ...rest }: SubmitButtonProps) {
  const navigation = useNavigation()
  const busy = navigation.state !== 'idle' && navigation.formMethod === 'POST'
  return (
    <Button type="submit" aria-disabled={busy} onClick={(event) => busy && event.preventDefault()} {...rest}>
      {children}
    </Button>
  )
}
