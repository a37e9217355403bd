import { useTranslation } from 'react-i18next'
import classes from './desk.module.css'

const KEYS = [
  { keys: ['j', 'k'], name: 'move' },
  { keys: ['↑', '↓'], name: 'focus' },
  { keys: ['t'], name: 'take' },
  { keys: ['a'], name: 'accept' },
  { keys: ['c'], name: 'correction' },
  { keys: ['v'], name: 'review' },
  { keys: ['r'], name: 'register' },
  { keys: ['x'], name: 'refuse' },
] as const

/** The keyboard of the desk, for those who want it. */
export function Shortcuts() {
  const { t } = useTranslation('desk')
  return (
    <details className={`${classes.shortcuts} no-print`}>
      <summary>{t('keys.title')}</summary>
      <dl>
        {KEYS.map(({ keys, name }) => (
          <div key={name}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
