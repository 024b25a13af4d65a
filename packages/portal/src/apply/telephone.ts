/** A number at home, with or without its area code, or abroad; and what has the length of a mobile but is none. */
const telephone = /^\+?\d{7,15}$/
const noMobile = /^(?:\+?86)?1[0-2]\d{9}$/

const between = /[,，、;；/／]|或者?/
const extension = /(?:转|分机|ext\.?|x|#)\s*\d{1,6}$/i

const canRing = (text: string): boolean => {
  const plain = text
    .trim()
    .replace(extension, '')
    .replace(/[\s().（）—–-]/g, '')
  return telephone.test(plain) && !noMobile.test(plain)
}

/** Can one of the telephones written down be one? They may be set apart in any way. */
export const someRings = (text: string): boolean => [...text.split(between), ...text.split(/\s+/)].some(canRing)
