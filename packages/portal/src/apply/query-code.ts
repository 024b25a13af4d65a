/** In groups, so that it can be read out and copied by hand: XXXX-XXXX-XXXXX. */
export const grouped = (code: string): string => {
  const plain = code.replace(/[\s-]/g, '')
  const groups = plain.slice(0, -5).match(/.{1,4}/g) ?? []
  return [...groups, plain.slice(-5)].join('-')
}
