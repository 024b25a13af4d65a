import type { Applicant, Fact } from '@zhiqing/casework'

const most = 14

/** 110105********002X: enough to tell two people apart, not enough to be used. Length stays. */
export const maskNumber = (number: string): string => {
  const characters = [...number]
  const [head, tail] = characters.length >= most ? [6, 4] : [1, 1]
  return characters.map((one, i) => (i < head || i >= characters.length - tail ? one : '*')).join('')
}

/** 张* for a natural person; the name of an organisation is nobody's secret. */
export const maskName = ({ kind, name }: Applicant): string =>
  kind === 'natural' ? [...name].map((one, i) => (i === 0 ? one : '*')).join('') : name

/** An applicant as staff see one: everything needed to write to them, the id number masked. */
export const applicantForStaff = (applicant: Applicant): Applicant =>
  applicant.idNumber === undefined ? applicant : { ...applicant, idNumber: maskNumber(applicant.idNumber) }

/** A fact of the ledger as staff see it. Its hash is over the words as they are, not over these. */
export const factForStaff = (fact: Fact): Fact => ({
  ...fact,
  ...('applicant' in fact && fact.applicant ? { applicant: applicantForStaff(fact.applicant) } : {}),
  ...('coApplicants' in fact ? { coApplicants: fact.coApplicants?.map(applicantForStaff) ?? [] } : {}),
})
