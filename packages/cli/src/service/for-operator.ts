import { isFault } from '@zhiqing/db'
import { OperatorFault } from '../operator-fault.js'

/** What the database room tells for people is for the operator to mend; anything else stays a defect. */
export const forOperator = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw isFault(error) ? new OperatorFault(error.message, { cause: error }) : error
  }
}
