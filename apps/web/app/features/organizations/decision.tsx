import type { Organization } from '@market/contracts/organizations'
import { organizationMachine } from '@market/domain/organizations'
import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { useWorkspace } from '../../lib/workspace.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { CheckField } from '../../ui/form/check-field.tsx'
import { TextareaField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'

export const DECISIONS = ['verify', 'reject', 'suspend', 'restore'] as const
export type DecisionName = (typeof DECISIONS)[number]

export interface DecisionResult {
  intent: string
  problem: Problem
  typed: TypedValues
}

interface DecisionProps {
  organization: Organization
  result: DecisionResult | undefined
}

/** What the operator may decide now. Stopping somebody takes a reason, letting them in a check. */
export function Decision({ organization, result }: DecisionProps) {
  const { t } = useTranslation('organizations')
  const { actor } = useWorkspace()
  const open = DECISIONS.filter(
    (decision) =>
      organizationMachine.allows(organization.state, decision) && may(actor, `organization.${decision}`),
  )
  if (open.length === 0) return null
  return (
    <section>
      <h2 className="list-heading">{t('decision.title')}</h2>
      <ActionPanels>
        {open.map((decision) => (
          <DecisionPanel
            key={decision}
            decision={decision}
            result={result?.intent === decision ? result : undefined}
          />
        ))}
      </ActionPanels>
    </section>
  )
}

interface DecisionPanelProps {
  decision: DecisionName
  result: DecisionResult | undefined
}

function DecisionPanel({ decision, result }: DecisionPanelProps) {
  const { t } = useTranslation('organizations')
  const grave = decision === 'suspend'
  const reasoned = decision === 'reject' || decision === 'suspend'
  const tone = grave ? 'grave' : reasoned ? 'plain' : 'primary'
  return (
    <ActionPanel label={t(`decision.${decision}.open`)} tone={tone} open={result !== undefined}>
      <MarketForm problem={result?.problem}>
        <p>{t(`decision.${decision}.explain`)}</p>
        {reasoned ? (
          <TextareaField
            path="reason"
            label={t('decision.reason')}
            description={t('decision.reasonHint')}
            rows={3}
            maxLength={500}
            required
            mt="md"
            defaultValue={result?.typed.reason}
          />
        ) : (
          <CheckField path="confirmed" label={t(`decision.${decision}.check`)} required mt="md" />
        )}
        <SubmitButton name="intent" value={decision} {...(reasoned ? { color: 'clay' } : {})}>
          {t(`decision.${decision}.now`)}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}
