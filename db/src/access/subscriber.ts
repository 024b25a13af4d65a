/** `::ffff:192.0.2.1`, the one way in which IPv4 stands inside an IPv6 address: its last two groups as four bytes. */
const dotted = /^(.*:)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/

const inGroups = (address: string): string =>
  address.replace(dotted, (_, before: string, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number)
    return `${before}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
  })

/** All eight groups of sixteen bits, however the address was shortened; undefined where it is none. */
const groupsOf = (address: string): number[] | undefined => {
  const [head = '', tail, more] = inGroups(address.replace(/%.*$/, '')).split('::')
  const [before, after] = [head, tail ?? ''].map((half) => half.split(':').filter(Boolean)) as [string[], string[]]
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  if (more !== undefined || zeros < 0) return undefined
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after]
  const sound = groups.length === 8 && groups.every((one) => /^[0-9a-f]{1,4}$/i.test(one))
  return sound ? groups.map((one) => Number.parseInt(one, 16)) : undefined
}

/** An IPv4 address that came in IPv6 clothes (RFC 4291 2.5.5.2). */
const mappedIn = (groups: readonly number[]): string | undefined => {
  const [high = 0, low = 0] = groups.slice(6)
  const mapped = groups[5] === 0xffff && groups.slice(0, 5).every((one) => one === 0)
  return mapped ? [high >> 8, high & 255, low >> 8, low & 255].join('.') : undefined
}

/**
 * Who one subscriber is, for every limit that counts by address: an IPv4 address, or the first half (/64) of an IPv6 one, the
 * other half being his to choose. However it is written: what a proxy hands on need not be the shortest form.
 */
export const subscriberOf = (address: string): string => {
  const groups = address.includes(':') ? groupsOf(address) : undefined
  if (!groups) return address
  return (
    mappedIn(groups) ??
    groups
      .slice(0, 4)
      .map((one) => one.toString(16))
      .join(':')
  )
}
