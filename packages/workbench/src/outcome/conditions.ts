import type { CasePage } from '../api/answers.ts'

/** Whether an answer can be given in this case: nothing is "still unclear" that was never corrected. */
export const holds = (when: string | undefined, { corrections, searches, reasons }: CasePage): boolean => {
  const corrected = corrections.some(({ receivedOn }) => receivedOn !== null)
  const told = reasons?.receivedOn != null
  switch (when) {
    case 'corrected':
      return corrected
    case 'notCorrected':
      return !corrected
    case 'searched':
      return searches.length > 0
    case 'notSearched':
      return searches.length === 0
    case 'reasonsTold':
      return told
    case 'reasonsNotTold':
      return !told
    default:
      return true
  }
}
