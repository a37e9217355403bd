import {
  CONTRACT_SUB_TYPES,
  CONTRACT_TYPES,
  type ContractSubType,
  type ContractType,
} from './contract-types.ts'
import type { Provision, Regime, TypeBranch } from './regime.ts'

/** A licence was a kind of transfer before the Civil Code: the type a contract has in that older view. */
export const typeInFourTypeView = (type: ContractType, _subType?: ContractSubType | null): ContractType =>
  type === 'XK' ? 'ZR' : type

/** The type in the view of today, which an older contract's sub-type still tells. */
export const typeInFiveTypeView = (type: ContractType, subType: ContractSubType | null): ContractType =>
  CONTRACT_SUB_TYPES.find(({ code }) => code === subType)?.type ?? type

const treeOf = (typeOf: (subType: (typeof CONTRACT_SUB_TYPES)[number]) => ContractType): TypeBranch[] =>
  CONTRACT_TYPES.map(({ code }) => ({
    type: code,
    subTypes: CONTRACT_SUB_TYPES.filter((subType) => typeOf(subType) === code).map((subType) => subType.code),
  })).filter(({ subTypes }) => subTypes.length > 0)

export const FOUR_TYPES: Provision<Regime['types']> = {
  view: 'four',
  tree: treeOf(({ type }) => typeInFourTypeView(type)),
  basis: {
    zh: '技术合同认定规则（2001年）第四条',
    en: 'Rules for recognizing technology contracts (2001), art. 4',
  },
  verified: false,
}

export const FIVE_TYPES: Provision<Regime['types']> = {
  view: 'five',
  tree: treeOf(({ type }) => type),
  basis: {
    zh: '民法典第八百四十三、八百五十一、八百六十三、八百七十六、八百七十八、八百八十七条',
    en: 'Civil Code arts. 843, 851, 863, 876, 878, 887',
  },
  verified: true,
}
