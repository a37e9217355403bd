import { PasskeyQuestion } from '@market/contracts/identity'
import { CONFIRMATION_METHODS } from '@market/domain/identity'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Problem } from '../../lib/api/problem.ts'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { CodeFields, codeMethods } from './code-fields.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { signWithPasskey } from './use-passkey.ts'

const Asked = z.object({
  ticket: z.string(),
  methods: z.array(z.enum(CONFIRMATION_METHODS)),
  passkey: PasskeyQuestion.nullable(),
})
export type SecondStepAsked = z.infer<typeof Asked>

/** What the refusal of a log-in's first step asks for; null when it is another refusal. */
export function secondStepOf(problem: Problem): SecondStepAsked | null {
  return problem.code === 'login.second_factor_required' ? Asked.parse(problem.details) : null
}

interface SecondStepProps {
  asked: SecondStepAsked
  next: string
  problem: Problem | undefined
}

export function SecondStep({ asked, next, problem }: SecondStepProps) {
  const { t } = useTranslation('account')
  const { passkey } = asked
  const carried = (
    <>
      <input type="hidden" name="intent" value="second-step" />
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="asked" value={JSON.stringify(asked)} />
    </>
  )
  return (
    <>
      {passkey && (
        <MarketForm>
          {carried}
          <input type="hidden" name="method" value="passkey" />
          <PasskeyButton
            label={t('proof.usePasskey')}
            question={async () => passkey}
            answer={signWithPasskey}
          />
        </MarketForm>
      )}
      {codeMethods(asked.methods).length > 0 && (
        <MarketForm problem={problem}>
          {carried}
          <CodeFields methods={asked.methods} />
          <SubmitButton fullWidth mt="sm" variant={passkey ? 'default' : 'filled'}>
            {t('login.submit')}
          </SubmitButton>
        </MarketForm>
      )}
    </>
  )
}

/** The question a form carried along, read back; null when somebody has tampered with it. */
export function readAsked(json: string): SecondStepAsked | null {
  try {
    return Asked.parse(JSON.parse(json))
  } catch {
    return null
  }
}
