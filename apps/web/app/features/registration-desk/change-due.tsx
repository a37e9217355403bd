import type { Registration } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import { paths } from '../../lib/paths.ts'
import { Day } from '../../ui/day.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Money } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'

/** The contract was amended after it was registered: what the register has to follow, and who does it. */
export function ChangeDue({ registration }: { registration: Registration }) {
  const { t } = useTranslation(['desk', 'contracts'])
  const { changeDue, form, actions } = registration
  if (changeDue === null) return null
  const { number, title, fileId, figures } = changeDue
  const end = (date: string | null) => (date === null ? t('contracts:noEnd') : <Day date={date} />)
  const amount = (path: 'contractAmountFen' | 'technologyAmountFen') =>
    form[path] !== figures[path] && (
      <Fact label={t(`contracts:fields.${path}`)}>
        <del>
          <Money fen={form[path]} unit="yuan" />
        </del>{' '}
        <Money fen={figures[path]} unit="yuan" />
      </Fact>
    )
  return (
    <Notice tone="needs-you" title={t('desk:changeDue.title')}>
      <p>
        {t('desk:changeDue.by', { number, title })}{' '}
        {fileId !== null && <a href={paths.file(fileId)}>{t('desk:changeDue.file')}</a>}
      </p>
      <Facts>
        {amount('contractAmountFen')}
        {amount('technologyAmountFen')}
        {form.endsOn !== figures.endsOn && (
          <Fact label={t('contracts:fields.endsOn')}>
            <del>{end(form.endsOn)}</del> {end(figures.endsOn)}
          </Fact>
        )}
      </Facts>
      <p>
        {t(actions.includes('registration.change') ? 'desk:changeDue.registrar' : 'desk:changeDue.filer')}
      </p>
    </Notice>
  )
}
