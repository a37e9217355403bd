import type { Security } from '@market/contracts/identity'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import { PasswordField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import classes from './account-page.module.css'
import { CodeFields, codeMethods } from './code-fields.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { fetchQuestion, signWithPasskey } from './use-passkey.ts'

interface ConfirmFormProps {
  security: Security
  problem: Problem | undefined
  /** Whether a code has just been mailed. */
  mailed: boolean
  chosen: string | undefined
}

/** Password and one answer more; a mailed code is sent for first. */
export function ConfirmForm({ security, problem, mailed, chosen }: ConfirmFormProps) {
  const { t } = useTranslation('account')
  const { methods, passkeysPossible } = security
  const byPasskey = passkeysPossible && methods.includes('passkey')
  return (
    <>
      {methods.includes('mail') && <MailCode mailed={mailed} />}
      {byPasskey && (
        <MarketForm problem={chosen === 'passkey' ? problem : undefined}>
          <input type="hidden" name="intent" value="confirm" />
          <input type="hidden" name="method" value="passkey" />
          <Password />
          <PasskeyButton
            label={t('proof.usePasskey')}
            question={() => fetchQuestion('/confirm/passkey')}
            answer={signWithPasskey}
          />
        </MarketForm>
      )}
      {codeMethods(methods).length > 0 && (
        <MarketForm problem={chosen === 'passkey' ? undefined : problem}>
          {byPasskey && <p className={classes.or}>{t('proof.orCode')}</p>}
          <CodeFields methods={methods} chosen={chosen} />
          <Password />
          <SubmitButton
            fullWidth
            mt="sm"
            name="intent"
            value="confirm"
            variant={byPasskey ? 'default' : 'filled'}
          >
            {t('confirm.submit')}
          </SubmitButton>
        </MarketForm>
      )}
    </>
  )
}

function MailCode({ mailed }: { mailed: boolean }) {
  const { t } = useTranslation('account')
  return (
    <MarketForm>
      {mailed && <Notice tone="done">{t('confirm.mailed')}</Notice>}
      <SubmitButton fullWidth variant="default" name="intent" value="mail" mb="md">
        {t(mailed ? 'confirm.mailAgain' : 'confirm.mail')}
      </SubmitButton>
    </MarketForm>
  )
}

function Password() {
  const { t } = useTranslation('account')
  return (
    <PasswordField
      path="password"
      label={t('fields.password')}
      autoComplete="current-password"
      visibilityToggleButtonProps={{ 'aria-label': t('fields.show') }}
      required
    />
  )
}
