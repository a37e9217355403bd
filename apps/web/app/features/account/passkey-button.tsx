import { Button } from '@mantine/core'
import type { PasskeyQuestion } from '@market/contracts/identity'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'

interface PasskeyButtonProps {
  label: string
  /** Fetches what the browser is to sign or to make a passkey from. */
  question: () => Promise<PasskeyQuestion>
  /** Asks the browser, which asks the person. */
  answer: (question: PasskeyQuestion) => Promise<unknown>
}

/** Fills the surrounding form with the browser's passkey answer and sends it. Without JavaScript it does nothing. */
export function PasskeyButton({ label, question, answer }: PasskeyButtonProps) {
  const { t } = useTranslation('account')
  const challengeId = useRef<HTMLInputElement>(null)
  const response = useRef<HTMLInputElement>(null)
  const [failed, setFailed] = useState(false)
  const [busy, setBusy] = useState(false)
  const ask = async (button: HTMLButtonElement) => {
    const { form } = button
    if (!form || !challengeId.current || !response.current || !form.reportValidity()) return
    setBusy(true)
    setFailed(false)
    try {
      const asked = await question()
      const answered = await answer(asked)
      challengeId.current.value = asked.challengeId
      response.current.value = JSON.stringify(answered)
      form.requestSubmit()
    } catch {
      // The person closed the browser's window, or the passkey is on another device.
      setFailed(true)
    }
    setBusy(false)
  }
  return (
    <>
      {failed && <Notice tone="refused">{t('proof.passkeyFailed')}</Notice>}
      <input type="hidden" name="challengeId" ref={challengeId} />
      <input type="hidden" name="response" ref={response} />
      <Button fullWidth loading={busy} onClick={(event) => ask(event.currentTarget)}>
        {label}
      </Button>
    </>
  )
}
