import type { KeptPrecheck, PrecheckFinding } from '@market/contracts/registration'
import {
  type PrecheckFinding as Finding,
  fillIn,
  findPrecheckRule,
  regimesOfRule,
  themeOf,
} from '@market/domain/registration'
import type { RegistrationDetails } from '@market/services/registration'

/** Findings of a rule that has been taken away since have no words left, and are not shown. */
export const presentFindings = (findings: readonly Finding[]): PrecheckFinding[] =>
  findings.flatMap(({ ruleId, severity, path, params }) => {
    const rule = findPrecheckRule(ruleId)
    if (!rule) return []
    return [
      {
        ruleId,
        theme: themeOf(rule),
        severity,
        path,
        params,
        messageZh: fillIn(rule.message, params, 'zh-CN'),
        messageEn: fillIn(rule.message, params, 'en'),
        todoZh: fillIn(rule.todo, params, 'zh-CN'),
        todoEn: fillIn(rule.todo, params, 'en'),
        basisZh: rule.basis.zh,
        basisEn: rule.basis.en,
        verified: rule.verified,
        regimes: regimesOfRule(rule),
        checklist: rule.checklist ?? false,
      },
    ]
  })

export const presentPrecheck = ({
  stage,
  ruleSet,
  checkedAt,
  findings,
}: RegistrationDetails['prechecks'][number]): KeptPrecheck => ({
  stage,
  ruleSet,
  checkedAt: checkedAt.toISOString(),
  findings: presentFindings(findings),
})
