import { dated } from '../dated.js'

/** The applicant pays within this many working days from the day after the notice arrived (办法第六条; rulebook R45). */
export const paymentPeriod = dated('fee:6', [{ from: '2021-01-01', value: 20, cite: '国办函〔2020〕109号 第六条' }])
