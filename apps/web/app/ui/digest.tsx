import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './digest.module.css'

/** A SHA-256 digest, short enough to compare by eye; the whole on hover, and to copy where a script may run. */
export function Digest({ value }: { value: string }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
  }
  return (
    <span className={classes.digest}>
      <code title={value}>
        {value.slice(0, 8)}…{value.slice(-8)}
      </code>
      <button
        type="button"
        onClick={copy}
        aria-label={copied ? undefined : t('digest.copyLabel', { digest: value.slice(0, 8) })}
      >
        {copied ? t('digest.copied') : t('digest.copy')}
      </button>
    </span>
  )
}
