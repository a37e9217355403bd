import type { Member } from '@market/contracts/organizations'
import type { OrganizationKind } from '@market/domain'
import { labelOf, ROLE_NAMES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { formatInstantDay } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import type { MemberResult } from './member-action.server.ts'
import classes from './organizations.module.css'
import { useRoleChoices } from './role-choices.ts'

interface MemberListProps {
  members: readonly Member[]
  kind: OrganizationKind
  /** Who reads the list; somebody may always leave. */
  userId: string
  owner: boolean
  result: MemberResult | undefined
}

/** Everybody in the organization, with their roles and, for owners, what can be changed. */
export function MemberList({ members, kind, userId, owner, result }: MemberListProps) {
  const { t } = useTranslation('organizations')
  const locale = useLocale()
  return (
    <ul className={classes.people}>
      {members.map((member) => (
        <li key={member.userId}>
          <div className={classes.person}>
            <p className={classes.name}>
              {member.name}
              {member.userId === userId && <span className={classes.quiet}> {t('members.you')}</span>}
            </p>
            <p className={classes.quiet}>
              {member.email} · {t('members.since', { date: formatInstantDay(member.since, locale) })}
            </p>
            <Roles roles={member.roles} />
          </div>
          <MemberSteps
            member={member}
            kind={kind}
            owner={owner}
            self={member.userId === userId}
            result={result?.subject === member.userId ? result : undefined}
          />
        </li>
      ))}
    </ul>
  )
}

export function Roles({ roles }: { roles: readonly string[] }) {
  const locale = useLocale()
  return <p>{roles.map((role) => labelOf(ROLE_NAMES, role, locale)).join(' · ')}</p>
}

interface MemberStepsProps {
  member: Member
  kind: OrganizationKind
  owner: boolean
  self: boolean
  result: MemberResult | undefined
}

function MemberSteps({ member, kind, owner, self, result }: MemberStepsProps) {
  const { t } = useTranslation('organizations')
  const roles = useRoleChoices(kind)
  if (!owner && !self) return null
  const problemOf = (intent: string) => (result?.intent === intent ? result.problem : undefined)
  return (
    <ActionPanels>
      {owner && (
        <ActionPanel label={t('members.change')} open={problemOf('change') !== undefined}>
          <MarketForm problem={problemOf('change')}>
            <input type="hidden" name="userId" value={member.userId} />
            <ChoiceField
              path={`roles.${member.userId}`}
              kind="many"
              label={t('members.rolesOf', { name: member.name })}
              choices={roles}
              selected={member.roles}
            />
            <SubmitButton name="intent" value="change">
              {t('members.changeNow')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      )}
      <ActionPanel
        label={t(self ? 'members.leave' : 'members.remove')}
        tone="grave"
        open={problemOf('remove') !== undefined}
      >
        <MarketForm problem={problemOf('remove')}>
          <input type="hidden" name="userId" value={member.userId} />
          <p>{self ? t('members.leaveExplain') : t('members.removeExplain', { name: member.name })}</p>
          <SubmitButton name="intent" value="remove" color="clay" mt="md">
            {t(self ? 'members.leaveNow' : 'members.removeNow')}
          </SubmitButton>
        </MarketForm>
      </ActionPanel>
    </ActionPanels>
  )
}
