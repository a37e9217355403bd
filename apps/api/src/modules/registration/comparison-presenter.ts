import type { Registration } from '@market/contracts/registration'
import { fillIn, INTEGRITY_FLAGS } from '@market/domain/registration'
import type { RegistrationDetails } from '@market/services/registration'

type Similar = RegistrationDetails['similar'][number]
type Flag = RegistrationDetails['flags'][number]

export const presentSimilar = ({
  record,
  agency,
  seller,
  buyer,
  ...rest
}: Similar): Registration['similar'][number] => {
  const { id, number, state, status, title, type, contractAmountFen, technologyAmountFen } = record
  const { signedOn, effectiveOn, endsOn } = record
  const { titleSimilarity, ...match } = rest.match
  return {
    ...{ id, number, state, status, title, agency, seller, buyer, type },
    ...{ contractAmountFen, technologyAmountFen, signedOn, effectiveOn, endsOn },
    ...match,
    patentNumbers: rest.patentNumbers,
    titleSimilarityPercent: Math.round(titleSimilarity * 100),
  }
}

export const presentFlag = ({ code, params, evidence }: Flag): Registration['flags'][number] => {
  const text = INTEGRITY_FLAGS.find((flag) => flag.code === code)
  if (!text) throw new Error(`The flag ${code} has no words.`)
  return {
    code,
    nameZh: text.zh,
    nameEn: text.en,
    messageZh: fillIn(text.message, params, 'zh-CN'),
    messageEn: fillIn(text.message, params, 'en'),
    params,
    evidence: evidence.map(({ id, number, title, signedOn, technologyAmountFen }) => ({
      id,
      number,
      title,
      signedOn,
      technologyAmountFen,
    })),
  }
}
