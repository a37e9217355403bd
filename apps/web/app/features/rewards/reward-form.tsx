import type { Reward } from '@market/contracts/payments'
import { formatYuan } from '@market/domain'
import { COST_KIND_NAMES, labelOf, REWARD_RULE_NAMES } from '@market/domain/codes'
import { COST_KINDS, REWARD_RULES } from '@market/domain/payments'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { SelectField, TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import classes from './rewards.module.css'

interface RewardFormProps {
  reward: Reward
  problem: Problem | undefined
  typed: TypedValues | undefined
}

const SPARE_COSTS = 2
const SPARE_SHARES = 2
const rows = (count: number): number[] => Array.from({ length: count }, (_, index) => index)
const percent = (hundredths: number | undefined): string =>
  hundredths === undefined ? '' : String(hundredths / 100)

/** The plan, line by line; lines left empty do not count, so that it works without a script. */
export function RewardForm({ reward, problem, typed }: RewardFormProps) {
  const { t } = useTranslation('rewards')
  const locale = useLocale()
  const costCount = reward.costs.length + SPARE_COSTS
  const shareCount = reward.shares.length + SPARE_SHARES
  const was = (path: string, otherwise: string): string => typed?.[path] ?? otherwise
  return (
    <MarketForm problem={problem}>
      <input type="hidden" name="revision" value={reward.revision ?? ''} />
      <input type="hidden" name="costCount" value={costCount} />
      <input type="hidden" name="shareCount" value={shareCount} />
      <SelectField
        path="rule"
        label={t('fields.rule')}
        defaultValue={was('rule', reward.rule)}
        data={REWARD_RULES.map((value) => ({ value, label: labelOf(REWARD_RULE_NAMES, value, locale) }))}
      />
      <TextField
        path="reference"
        label={t('fields.reference')}
        description={t('fields.referenceHint')}
        maxLength={300}
        defaultValue={was('reference', reward.reference)}
      />
      <TextField
        path="inventorPart"
        label={t('fields.inventorPart')}
        inputMode="decimal"
        required
        maw="14rem"
        defaultValue={was('inventorPart', percent(reward.inventorPart))}
      />
      <fieldset className={classes.lines}>
        <legend>{t('costs.title')}</legend>
        <p>{t('costs.hint')}</p>
        {rows(costCount).map((index) => (
          <div key={index} className={classes.line}>
            <SelectField
              path={`costs.${index}.kind`}
              label={t('costs.kind')}
              defaultValue={was(`costs.${index}.kind`, reward.costs[index]?.kind ?? 'evaluation')}
              data={COST_KINDS.map((value) => ({ value, label: labelOf(COST_KIND_NAMES, value, locale) }))}
            />
            <TextField
              path={`costs.${index}.note`}
              label={t('costs.note')}
              maxLength={200}
              defaultValue={was(`costs.${index}.note`, reward.costs[index]?.note ?? '')}
            />
            <TextField
              path={`costs.${index}.amountFen`}
              label={t('costs.amount')}
              inputMode="decimal"
              defaultValue={was(`costs.${index}.amountFen`, yuanOf(reward.costs[index]?.amountFen))}
            />
          </div>
        ))}
      </fieldset>
      <fieldset className={classes.lines}>
        <legend>{t('shares.title')}</legend>
        <p>{t('shares.hint')}</p>
        {rows(shareCount).map((index) => (
          <div key={index} className={classes.pair}>
            <TextField
              path={`shares.${index}.name`}
              label={t('shares.name')}
              maxLength={100}
              defaultValue={was(`shares.${index}.name`, reward.shares[index]?.name ?? '')}
            />
            <TextField
              path={`shares.${index}.share`}
              label={t('shares.share')}
              inputMode="decimal"
              defaultValue={was(`shares.${index}.share`, percent(reward.shares[index]?.share))}
            />
          </div>
        ))}
      </fieldset>
      <SubmitButton name="intent" value="draft">
        {t('save')}
      </SubmitButton>
    </MarketForm>
  )
}

function yuanOf(fen: number | undefined): string {
  return fen === undefined ? '' : formatYuan(fen)
}
