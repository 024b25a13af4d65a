import type { Case } from '../case.js'
import type { Fields } from './context.js'

/** Every paper of a drill says that it is one; the field goes with the letter for good. */
export const markedDrill = (fields: Fields, { drill }: Pick<Case, 'drill'>): Fields =>
  drill ? { ...fields, 演练: true } : fields
