import { isDay } from '@zhiqing/law'
import type { Applicant } from './facts.js'
import type { Warning } from './refusal.js'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'

/** Is this a well-formed 公民身份号码 (GB 11643): 18 places, a real birthday, the right check digit? */
export const isIdNumber = (number: string): boolean => {
  const upper = number.toUpperCase()
  if (!/^\d{17}[\dX]$/.test(upper)) return false
  const birthday = `${upper.slice(6, 10)}-${upper.slice(10, 12)}-${upper.slice(12, 14)}`
  const sum = weights.reduce((total, weight, i) => total + weight * Number(upper[i]), 0)
  return isDay(birthday) && upper[17] === checks[sum % 11]
}

const creditSet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Is this a well-formed 统一社会信用代码 (GB 32100)? Some real codes fail it: warn, never refuse. */
export const isCreditCode = (code: string): boolean => {
  const upper = code.toUpperCase()
  if (upper.length !== 18 || [...upper].some((one) => !creditSet.includes(one))) return false
  let sum = 0
  for (let i = 0; i < 17; i++) sum += creditSet.indexOf(upper[i] as string) * (3 ** i % 31)
  return creditSet[(31 - (sum % 31)) % 31] === upper[17]
}

/** A number that fails its check digit is a reason to ask, not to drop the request. */
export const idNumberWarnings = ({ kind, idType, idNumber }: Applicant): Warning[] => {
  if (!idNumber) return []
  const natural = kind === 'natural'
  const checked = natural ? idType === undefined || idType.includes('身份证') : true
  const good = natural ? isIdNumber(idNumber) : isCreditCode(idNumber)
  return checked && !good
    ? [{ code: 'idNumberCheck', zh: `${natural ? '身份证号码' : '统一社会信用代码'}的校验位不符，请与申请人核对` }]
    : []
}
