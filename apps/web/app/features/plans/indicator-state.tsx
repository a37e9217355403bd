import type { Indicator } from '@market/contracts/indicators'
import { useTranslation } from 'react-i18next'
import classes from './plans.module.css'

const SIGNS: Record<Indicator['state'], string> = { met: '●', on_path: '◐', behind: '○', no_data: '–' }

/** How an indicator stands against its plan: a sign and a word, never only a colour. */
export function IndicatorStateText({ state }: Pick<Indicator, 'state'>) {
  const { t } = useTranslation('plans')
  return (
    <span className={classes.state} data-state={state}>
      <span aria-hidden="true">{SIGNS[state]}</span> {t(`state.${state}`)}
    </span>
  )
}
