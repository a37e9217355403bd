import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import { TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import classes from './security.module.css'
import type { Preparation } from './security-action.server.ts'

interface AuthenticatorSetupProps {
  preparation: Preparation
  problem: Problem | undefined
}

/** Scan, type the code back, done. */
export function AuthenticatorSetup({ preparation, problem }: AuthenticatorSetupProps) {
  const { t } = useTranslation('account')
  const { id, secret, address, square } = preparation
  return (
    <div className={classes.setup}>
      <svg
        className={classes.square}
        viewBox={`-4 -4 ${square.size + 8} ${square.size + 8}`}
        role="img"
        aria-label={t('security.square')}
      >
        <path d={square.path} />
      </svg>
      <div>
        <p>{t('security.scan')}</p>
        <p className={classes.secret}>
          {t('security.orType')} <code>{(secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
        </p>
        <MarketForm problem={problem}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="secret" value={secret} />
          <input type="hidden" name="address" value={address} />
          <TextField
            path="code"
            label={t('proof.code')}
            description={t('proof.hints.authenticator')}
            autoComplete="one-time-code"
            inputMode="numeric"
            required
          />
          <SubmitButton name="intent" value="confirm-authenticator">
            {t('security.finish')}
          </SubmitButton>
        </MarketForm>
      </div>
    </div>
  )
}
