import type { AmendmentStep, Letters } from './letters.ts'

const SUBJECTS_ZH: Readonly<Record<AmendmentStep, string>> = {
  proposed: '收到补充协议',
  signed: '补充协议等待贵方签署',
  in_force: '补充协议已生效',
  declined: '补充协议未被接受',
  withdrawn: '补充协议已撤回',
  to_register: '合同已变更，待变更登记',
}

export const amendmentMovedZh: Letters['amendmentMoved'] = ({ step, reason, number, ...facts }) => {
  const { contract, organization, title } = facts
  const which = `合同“${contract}”的第${number}号补充协议“${title}”`
  const what: Readonly<Record<AmendmentStep, string>> = {
    proposed: `${organization}提出了${which}。双方签署后才有约束力；不同意的，可以说明理由予以拒绝。`,
    signed: `${organization}已签署${which}，贵方签署后生效。`,
    in_force: `与${organization}的${which}双方均已签署，已经生效。原合同文本保持不变。`,
    declined: `${organization}没有接受${which}。`,
    withdrawn: `${organization}撤回了${which}。`,
    to_register: `${which}已经生效，变更了登记的金额或期限，需要办理变更登记。变更登记表已按补充协议填好。`,
  }
  return {
    subject: `${SUBJECTS_ZH[step]}：${contract}`,
    paragraphs: [what[step], ...(step === 'declined' ? [`理由：${reason}`] : [])],
    linkLabel: step === 'proposed' || step === 'signed' ? '阅读补充协议' : '查看',
  }
}

const SUBJECTS_EN: Readonly<Record<AmendmentStep, string>> = {
  proposed: 'An amendment was proposed',
  signed: 'An amendment awaits your signature',
  in_force: 'An amendment is in force',
  declined: 'An amendment was declined',
  withdrawn: 'An amendment was taken back',
  to_register: 'A registered contract was amended',
}

export const amendmentMovedEn: Letters['amendmentMoved'] = ({ step, reason, number, ...facts }) => {
  const { contract, organization, title } = facts
  const which = `amendment no. ${number}, "${title}", to the contract "${contract}"`
  const what: Readonly<Record<AmendmentStep, string>> = {
    proposed: `${organization} proposed ${which}. It binds nobody until both sides have signed; you may decline it, saying why.`,
    signed: `${organization} has signed ${which}. It is in force once your side has signed as well.`,
    in_force: `You and ${organization} have both signed ${which}. It is in force; the text signed first stays as it is.`,
    declined: `${organization} declined ${which}.`,
    withdrawn: `${organization} took back ${which}.`,
    to_register: `Amendment no. ${number}, "${title}", to the registered contract "${contract}" is in force and changes its amount or term. The register has to follow; the change is filled in from the amendment.`,
  }
  return {
    subject: `${SUBJECTS_EN[step]}: ${contract}`,
    paragraphs: [what[step], ...(step === 'declined' ? [`Reason: ${reason}`] : [])],
    linkLabel: step === 'proposed' || step === 'signed' ? 'Read the amendment' : 'Open',
  }
}
