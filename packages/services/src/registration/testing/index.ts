export { makeOffice, type Office } from './make-office.ts'
export { makeSignedContract, type SignedContractFixture } from './make-signed-contract.ts'
