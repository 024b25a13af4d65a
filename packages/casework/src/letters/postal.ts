/** An address without its post code, and the code; null where none is written. */
export interface PostalAddress {
  readonly address: string
  readonly postcode: string | null
}

/** 邮编：000301, in brackets or after a comma. */
const labelled = /[\s，,；;（(]*邮(?:政编码|编)\s*[:：]?\s*(\d{6})(?!\d)\s*[）)]?/u
/** The code before the address, as on an envelope. */
const leading = /^(\d{6})(?!\d)[\s，,]*(?=\p{Script=Han})/u
/** After the address, set off by a blank or a comma, where what stands before is the end of one. */
const trailing = /(?<=[号室户村组队院厅局所])[\s，,]+(\d{6})$/u

/** Applicants write the post code into the address: it is taken out only where it can be nothing else. */
export const postalAddress = (written: string): PostalAddress => {
  const whole = written.trim()
  for (const pattern of [labelled, leading, trailing]) {
    const found = pattern.exec(whole)
    if (!found) continue
    const address = whole.replace(pattern, '').trim()
    if (address) return { address, postcode: found[1] ?? null }
  }
  return { address: whole, postcode: null }
}
