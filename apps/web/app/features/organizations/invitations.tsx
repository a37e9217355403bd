import type { Invitation } from '@market/contracts/organizations'
import type { OrganizationKind } from '@market/domain'
import { useTranslation } from 'react-i18next'
import { formatInstantDay } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import type { MemberResult } from './member-action.server.ts'
import { Roles } from './member-list.tsx'
import classes from './organizations.module.css'
import { useRoleChoices } from './role-choices.ts'

interface InvitationListProps {
  invitations: readonly Invitation[]
  owner: boolean
  result: MemberResult | undefined
}

/** Who has been asked to join, and how that went. */
export function InvitationList({ invitations, owner, result }: InvitationListProps) {
  const { t } = useTranslation('organizations')
  const locale = useLocale()
  if (invitations.length === 0) {
    return <EmptyState title={t('invitations.none')}>{t('invitations.noneHint')}</EmptyState>
  }
  return (
    <ul className={classes.people}>
      {invitations.map((invitation) => (
        <li key={invitation.id}>
          <div className={classes.person}>
            <p className={classes.name}>{invitation.email}</p>
            <p className={classes.quiet}>
              {t('invitations.sent', { date: formatInstantDay(invitation.createdAt, locale) })}
              {invitation.state === 'pending' &&
                ` · ${t('invitations.until', { date: formatInstantDay(invitation.expiresAt, locale) })}`}
            </p>
            <Roles roles={invitation.roles} />
          </div>
          <div className={classes.steps}>
            <StateBadge subject="invitation" state={invitation.state} />
            {owner && invitation.state === 'pending' && (
              <Revoke
                invitation={invitation}
                result={result?.subject === invitation.id ? result : undefined}
              />
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Revoke({ invitation, result }: { invitation: Invitation; result: MemberResult | undefined }) {
  const { t } = useTranslation('organizations')
  return (
    <ActionPanels>
      <ActionPanel label={t('invitations.revoke')} tone="grave" open={result !== undefined}>
        <MarketForm problem={result?.problem}>
          <input type="hidden" name="invitationId" value={invitation.id} />
          <p>{t('invitations.revokeExplain', { email: invitation.email })}</p>
          <SubmitButton name="intent" value="revoke" color="clay" mt="md">
            {t('invitations.revokeNow')}
          </SubmitButton>
        </MarketForm>
      </ActionPanel>
    </ActionPanels>
  )
}

interface InviteFormProps {
  kind: OrganizationKind
  result: MemberResult | undefined
}

export function InviteForm({ kind, result }: InviteFormProps) {
  const { t } = useTranslation('organizations')
  const roles = useRoleChoices(kind)
  const shown = result?.intent === 'invite' ? result : undefined
  return (
    <MarketForm problem={shown?.problem}>
      <TextField
        path="email"
        type="email"
        label={t('invitations.email')}
        maxLength={254}
        maw="26rem"
        required
        defaultValue={shown?.typed.email}
      />
      <ChoiceField
        path="roles"
        kind="many"
        label={t('invitations.roles')}
        choices={roles}
        selected={shown?.roles ?? ['viewer']}
      />
      <SubmitButton name="intent" value="invite">
        {t('invitations.send')}
      </SubmitButton>
    </MarketForm>
  )
}
