import { useTranslation } from 'react-i18next'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { isPicture, isVideo, type ShownAttachment } from './attachment.ts'
import classes from './gallery.module.css'

/** Pictures and videos; each picture opens larger, without a script. */
export function Gallery({ attachments }: { attachments: readonly ShownAttachment[] }) {
  const { t } = useTranslation('attachments')
  const locale = useLocale()
  const pictures = attachments.filter(isPicture)
  const videos = attachments.filter(isVideo)
  if (pictures.length + videos.length === 0) return null
  return (
    <section aria-label={t('gallery')}>
      <ul className={classes.pictures}>
        {pictures.map((picture) => (
          <li key={picture.id}>
            <a href={paths.picture(picture.fileId, 'large')}>
              <img
                src={paths.picture(picture.fileId, 'medium')}
                srcSet={`${paths.picture(picture.fileId, 'thumb')} 480w, ${paths.picture(picture.fileId, 'medium')} 960w`}
                sizes="(max-width: 40rem) 100vw, 24rem"
                alt={pick(picture, 'alt', locale)}
                width={picture.width ?? undefined}
                height={picture.height ?? undefined}
                loading="lazy"
              />
            </a>
            <p>{pick(picture, 'title', locale)}</p>
          </li>
        ))}
      </ul>
      {videos.map((video) => (
        <figure key={video.id} className={`${classes.video} no-print`}>
          {/* biome-ignore lint/a11y/useMediaCaption: what is said in it stands in the description beside it */}
          <video src={paths.file(video.fileId)} controls preload="metadata" />
          <figcaption>
            {pick(video, 'title', locale)}
            {pick(video, 'alt', locale) !== '' && ` · ${pick(video, 'alt', locale)}`}
          </figcaption>
        </figure>
      ))}
    </section>
  )
}
