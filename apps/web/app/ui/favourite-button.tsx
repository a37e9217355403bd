import { IconHeart, IconHeartFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Form, useLocation } from 'react-router'
import classes from './favourite-button.module.css'

interface FavouriteButtonProps {
  listingId: string
  title: string
  kept: boolean
  /** The words beside the heart; without them it is read aloud only. */
  labelled?: boolean
}

/** Keeps a listing or lets go of it; works without JavaScript. Who has no session is asked to log in first. */
export function FavouriteButton({ listingId, title, kept, labelled = false }: FavouriteButtonProps) {
  const { t } = useTranslation('returning')
  const { pathname, search } = useLocation()
  const action = t(kept ? 'favourites.remove' : 'favourites.add')
  const spoken = t('favourites.of', { action, title })
  const Heart = kept ? IconHeartFilled : IconHeart
  return (
    <Form method="post" action="/favourites" preventScrollReset className="no-print">
      <input type="hidden" name="listingId" value={listingId} />
      <input type="hidden" name="next" value={pathname + search} />
      <button
        type="submit"
        name="intent"
        value={kept ? 'drop' : 'keep'}
        className={classes.button}
        data-kept={kept || undefined}
        aria-label={labelled && kept ? `${t('favourites.kept')} · ${spoken}` : spoken}
        title={action}
      >
        <Heart size={18} aria-hidden="true" />
        {labelled && <span>{kept ? t('favourites.kept') : action}</span>}
      </button>
    </Form>
  )
}
