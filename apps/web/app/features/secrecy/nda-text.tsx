import { useTranslation } from 'react-i18next'
import classes from './secrecy.module.css'

interface NdaTextProps {
  bodyZh: string
  bodyEn: string
  sha256: string
}

/** Both languages of an agreement, the authoritative one first, and the hash of both. */
export function NdaText({ bodyZh, bodyEn, sha256 }: NdaTextProps) {
  const { t } = useTranslation('secrecy')
  return (
    <>
      <h3>{t('text.zh')}</h3>
      <div className={classes.text} lang="zh-CN">
        {bodyZh}
      </div>
      <h3>{t('text.en')}</h3>
      <div className={classes.text} lang="en">
        {bodyEn}
      </div>
      <p className={classes.hash}>
        {t('text.hash')} {sha256}
      </p>
    </>
  )
}
