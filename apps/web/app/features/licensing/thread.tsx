import type { LicenceRequest } from '@market/contracts/licensing'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { useWorkspace } from '../../lib/workspace.ts'
import { Instant } from '../../ui/day.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextareaField } from '../../ui/form/fields.tsx'
import { FileField } from '../../ui/form/file-field.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import classes from './licensing.module.css'

interface ThreadProps {
  request: LicenceRequest
  problem: Problem | undefined
  typed: TypedValues | undefined
}

/** What the two sides and their brokers wrote to each other, oldest first, and the place to write. */
export function Thread({ request, problem, typed }: ThreadProps) {
  const { t } = useTranslation('licensing')
  const { messages } = request
  const writing = request.actions.includes('message.send')
  if (messages.length === 0 && !writing) return <EmptyState title={t('thread.none')} />
  return (
    <>
      {messages.length > 0 && (
        <ol className={classes.thread}>
          {messages.map((message) => (
            <Message key={message.id} request={request} message={message} />
          ))}
        </ol>
      )}
      {writing && (
        <MarketForm
          // What was sent leaves the field empty for the next.
          key={messages.length}
          problem={problem}
          encType="multipart/form-data"
          className={classes.write}
        >
          <TextareaField
            path="body"
            label={t('thread.write')}
            description={t('thread.writeHint')}
            rows={3}
            maxLength={4000}
            required
            defaultValue={typed?.body}
          />
          <FileField path="file" label={t('files.add')} accept="application/pdf,image/*" />
          <SubmitButton name="intent" value="message" variant="default">
            {t('thread.send')}
          </SubmitButton>
        </MarketForm>
      )}
    </>
  )
}

interface MessageProps {
  request: LicenceRequest
  message: LicenceRequest['messages'][number]
}

function Message({ request, message }: MessageProps) {
  const locale = useLocale()
  const { actor } = useWorkspace()
  const brokers = request.brokerages.map(({ organization }) => organization)
  const from =
    [request.owner, request.requester, ...brokers].find(({ id }) => id === message.organizationId) ??
    request.requester
  return (
    <li className={classes.message} data-own={message.organizationId === actor.organizationId || undefined}>
      <p className={classes.maker}>
        {pick(from, 'name', locale)} · {message.writer} · <Instant at={message.createdAt} />
      </p>
      <p className={classes.words}>{message.body}</p>
      {message.files.length > 0 && (
        <ul className={classes.plain}>
          {message.files.map(({ id, name }) => (
            <li key={id}>
              <a href={paths.file(id)}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
